# make            builds dist/ in the layout of the installation
# make demo       demonstrates VMGL: native and forwarded frame rates, and a picture
# make test       runs all checks; installs missing packages
# make conformance  runs piglit natively and forwarded, and reports differences; installs piglit
# make chaos      runs every scene while its host is lost, or it is suspended, repeatedly; SEEDS="5"; writes bench/results; SCENES="glsl lists": only these
# make apps       compares real programs, natively and forwarded, on a page; APPS="--short", APPS="--help"
INSTALLPATH ?= /usr/local
DESTDIR ?=
DOTNET ?= dotnet
RUNTIME := linux-x64

BIN := dist/bin
LIB := dist/lib/vmgl
PREFIX := $(DESTDIR)$(INSTALLPATH)

.PHONY: all dist demo test conformance chaos apps bench generate check clean native scenes
.PHONY: install-host install-guest uninstall-host uninstall-guest built

all: dist

# One recipe, so that projects are published one after another: they share Vmgl.Wire's build folder.
dist: native
	$(call publish,Vmgl.Stub)
	$(call publish,Vmgl.GuestShim)
	$(call publish,Vmgl.Cli)
	mkdir -p $(BIN) $(LIB)
	install -m 755 out/publish/Vmgl.Stub/stub-daemon out/publish/Vmgl.Cli/vmgl $(BIN)
	install -m 755 out/native/libGL.so.1 out/publish/Vmgl.GuestShim/libvmgl-guest.so $(LIB)
	ln -sfn vmgl $(BIN)/vmglrun
	ln -sfn vmgl $(BIN)/sr_daemon
	ln -sfn libGL.so.1 $(LIB)/libGL.so

native:
	$(MAKE) -C native

scenes:
	$(MAKE) -C tests/scenes

demo:
	scripts/demo.sh

test:
	scripts/test.sh

conformance: dist
	scripts/install-deps.sh run conformance
	$(DOTNET) run --project tests/conformance -- $(CONFORMANCE)

chaos: dist scenes
	VMGL_CHAOS=$(or $(SEEDS),5) VMGL_CHAOS_SCENES="$(SCENES)" $(DOTNET) test tests/Vmgl.EndToEnd.Tests --nologo --filter FullyQualifiedName~ChaosTests

apps: dist
	$(DOTNET) run --project tests/apps -- $(APPS)

bench: dist
	$(DOTNET) run -c Release --project bench/Vmgl.Benchmarks -- $(BENCH)

# Regenerates everything in Generated/ from spec/ and Khronos' registry.
generate:
	$(DOTNET) run --project src/Vmgl.Generator -- generate

# Fails if a generated file is stale.
check:
	$(DOTNET) run --project src/Vmgl.Generator -- check

install-host: built
	install -D -m 755 $(BIN)/stub-daemon $(PREFIX)/bin/stub-daemon

install-guest: built
	install -D -m 755 $(BIN)/vmgl $(PREFIX)/bin/vmgl
	ln -sfn vmgl $(PREFIX)/bin/vmglrun
	ln -sfn vmgl $(PREFIX)/bin/sr_daemon
	install -D -m 755 $(LIB)/libGL.so.1 $(PREFIX)/lib/vmgl/libGL.so.1
	install -D -m 755 $(LIB)/libvmgl-guest.so $(PREFIX)/lib/vmgl/libvmgl-guest.so
	ln -sfn libGL.so.1 $(PREFIX)/lib/vmgl/libGL.so
	@echo 'In guests: export GLSTUB=HOST:7000 LD_PRELOAD=$(INSTALLPATH)/lib/vmgl/libGL.so'

uninstall-host:
	rm -f $(PREFIX)/bin/stub-daemon

uninstall-guest:
	rm -f $(PREFIX)/bin/vmgl $(PREFIX)/bin/vmglrun $(PREFIX)/bin/sr_daemon
	rm -f $(PREFIX)/lib/vmgl/libGL.so $(PREFIX)/lib/vmgl/libGL.so.1 $(PREFIX)/lib/vmgl/libvmgl-guest.so
	-rmdir $(PREFIX)/lib/vmgl 2>/dev/null

# Installation often runs as root, which should not leave root's files in the build folders.
built:
	@test -e $(BIN)/stub-daemon -a -e $(LIB)/libGL.so.1 || { echo 'nothing built yet: run `make` first' >&2; exit 1; }

clean:
	rm -rf dist out
	find src tests bench -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} + 2>/dev/null || true

define publish
	$(DOTNET) publish src/$(1) -c Release -r $(RUNTIME) -o out/publish/$(1) --nologo -v quiet
endef
