#!/bin/sh
# exports.sh LIBRARY MAP NAMES: checks the library's exports, imports and constructors; writes the exported names to NAMES.
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
diff "$names.wanted" "$names" >&2 || fail 'the exported names differ from the version script'
ok "exports: the $(wc -l <"$names") names of the version script"

# No function that opens a connection, creates a thread, handles a signal, or accesses thread-local storage by a call.
forbidden='__tls_get_addr|socket|connect|send|recv|pthread_create|clone|fork|signal|exit|abort'
if symbols --undefined-only | grep -xE "$forbidden" >&2; then
    fail 'the library imports functions that a preloaded library must not use'
fi
ok 'imports: no sockets, threads, signals or __tls_get_addr'

dynamic() { # tag
    readelf -dW "$library" | sed -n "s/.*($1) *\(.*\)/\1/p" | sed 's/.*\[\(.*\)\]/\1/'
}

[ "$(dynamic NEEDED)" = libc.so.6 ] || fail "the library needs $(dynamic NEEDED); only libc.so.6 is allowed"
ok 'needs: libc.so.6'
[ "$(dynamic SONAME)" = libGL.so.1 ] || fail "SONAME is $(dynamic SONAME)"
ok 'soname: libGL.so.1'
# One pointer is allowed: the C runtime's frame_dummy, which every shared library has.
[ "$(dynamic INIT_ARRAYSZ)" = '8 (bytes)' ] || fail "constructors: $(dynamic INIT_ARRAYSZ)"
ok 'constructors: none'
