#!/bin/sh
# exports.sh LIBRARY MAP NAMES: what the library exports, imports and runs at load; writes the exported names to NAMES.
set -eu
library=$1 map=$2 names=$3

ok() { echo "ok    $1"; }
fail() {
    echo "FAIL  $1" >&2
    exit 1
}

# Symbols of one kind, without versions.
symbols() { # nm option
    nm -D "$1" "$library" | awk '{ print $NF }' | sed 's/@.*//' | LC_ALL=C sort -u
}

symbols --defined-only >"$names"
sed -n 's/^    \([A-Za-z]\w*\);$/\1/p' "$map" | LC_ALL=C sort -u >"$names.wanted"
diff "$names.wanted" "$names" >&2 || fail 'exported names are not those of the version script'
ok "exports: $(wc -l <"$names") names, those of the version script"

# Nothing that opens a connection, makes a thread, takes a signal, or reaches thread storage by a call.
forbidden='__tls_get_addr|socket|connect|send|recv|pthread_create|clone|fork|signal|exit|abort'
if symbols --undefined-only | grep -xE "$forbidden" >&2; then
    fail 'imports what a library in other programs must not'
fi
ok 'imports: no sockets, threads, signals or __tls_get_addr'

dynamic() { # tag
    readelf -dW "$library" | sed -n "s/.*($1) *\(.*\)/\1/p" | sed 's/.*\[\(.*\)\]/\1/'
}

[ "$(dynamic NEEDED)" = libc.so.6 ] || fail "needs $(dynamic NEEDED); libc.so.6 is all it may need"
ok 'needs: libc.so.6'
[ "$(dynamic SONAME)" = libGL.so.1 ] || fail "SONAME is $(dynamic SONAME)"
ok 'soname: libGL.so.1'
# One pointer: the C runtime's frame_dummy, which every shared library has.
[ "$(dynamic INIT_ARRAYSZ)" = '8 (bytes)' ] || fail "constructors: $(dynamic INIT_ARRAYSZ)"
ok 'constructors: none'
