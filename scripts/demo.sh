#!/bin/bash
# Shows VMGL on one machine: a host and a guest on one X server, then a host without any and a guest with one of its own that has no GLX.
# Frame rates native and forwarded, and a picture of each.
set -eu
cd "$(dirname "$0")/.."

seconds=5 # glxgears reports a rate this often
work=$(mktemp -d)
log=
pids=()

clean_up() {
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

die() {
    echo "demo: $*" >&2
    [ ! -s "${log:-/dev/null}" ] || { echo "demo: the daemon's log:" >&2; cat "$log" >&2; }
    exit 1
}

# Waits until a command succeeds.
await() { # seconds, command...
    local tries=$(($1 * 20))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $((tries -= 1)) -gt 0 ] || return 1
        sleep 0.05
    done
}

start_display() {
    if [ -n "${DISPLAY:-}" ] && glxinfo -B >/dev/null 2>&1; then
        echo "X server: $DISPLAY"
        return
    fi
    start_xvfb +extension
    echo "X server: $DISPLAY, an Xvfb of this demo's own"
}

start_xvfb() { # +extension or -extension, for GLX
    Xvfb -displayfd 3 -screen 0 1024x768x24 "$1" GLX -noreset -nolisten tcp 3>"$work/display$1" 2>"$work/xvfb.log" &
    pids+=($!)
    await 20 test -s "$work/display$1" || die "Xvfb does not start: $(cat "$work/xvfb.log")"
    DISPLAY=:$(cat "$work/display$1")
    export DISPLAY
}

start_daemon() { # how it draws: options
    log=$work/stub-daemon-${1#--}.log
    env -u DISPLAY dist/bin/stub-daemon --foreground --listen 127.0.0.1 --port 0 "$@" --log "$log" >/dev/null 2>"$work/daemon.err" &
    pids+=($!)
    await 20 grep -q 'listening on' "$log" || die "stub-daemon does not start: $(cat "$work/daemon.err")"
    GLSTUB=$(sed -n 's/.*listening on \([0-9.:]*\).*/\1/p' "$log" | head -n 1)
    echo "stub-daemon: $GLSTUB"
}

forwarded() {
    LD_PRELOAD=$PWD/dist/lib/vmgl/libGL.so GLSTUB=$GLSTUB exec "$@"
}

natively() {
    exec "$@"
}

show_info() { # how
    echo "-- glxinfo, $1"
    ("$1" glxinfo -B) | grep -E 'direct rendering|vendor string|renderer string|version string' || die "glxinfo fails $1"
}

# Runs glxgears until its first report, and leaves frames per second in $fps.
measure() { # how, picture or ""
    ("$1" glxgears) >"$work/gears" 2>"$work/gears.err" &
    local gears=$!
    pids+=("$gears")
    if [ -n "$2" ]; then
        sleep 2
        take_picture "$2"
    fi
    await $((seconds + 10)) grep -q FPS "$work/gears" || die "glxgears $1 reports nothing: $(cat "$work/gears.err")"
    kill "$gears" 2>/dev/null || true
    wait "$gears" 2>/dev/null || true
    fps=$(sed -n 's/.* = \([0-9.]*\) FPS/\1/p' "$work/gears" | head -n 1)
    echo "glxgears $1: $fps fps"
}

take_picture() { # file
    local window
    window=$(xwininfo -root -tree | sed -n 's/^ *\(0x[0-9a-f]*\) "glxgears".*/\1/p' | head -n 1)
    [ -n "$window" ] || die "glxgears shows no window: $(cat "$work/gears.err")"
    import -silent -window "$window" "png:$1"
}

unset GLSTUB LD_PRELOAD
export vblank_mode=0 __GL_SYNC_TO_VBLANK=0 # rates say nothing while they wait for a screen
scripts/install-deps.sh build run
make -s dist
start_display
start_daemon --display "$DISPLAY"
show_info natively
show_info forwarded
measure natively ""
native=$fps
measure forwarded demo.png
grep -q 'draws for glxgears' "$log" || die "glxgears ran, but not through the daemon"
awk -v a="$fps" -v b="$native" 'BEGIN { printf "forwarded / native: %.2f\n", a / b }'
grep 'draws for' "$log"
echo "picture of the forwarded window: $PWD/demo.png"

echo
echo "== a host without an X server (EGL), a guest whose X server has no GLX: pictures return to it"
start_xvfb -extension
start_daemon --headless
show_info forwarded
measure forwarded demo-headless.png
grep 'return to the guest' "$log" || die "glxgears ran, but no picture returned"
echo "picture of the guest's window: $PWD/demo-headless.png"
