#!/bin/sh
# alone.sh PROGRAM: without a guest library, and with one of another build, a program gets one line and goes on.
set -eu
program=$1

one_line() { # what, pattern
    if ! said=$(LC_ALL=C "$program" 2>&1); then
        echo "FAIL  $1: the program did not go on: $said" >&2
        exit 1
    fi
    if [ "$(printf '%s\n' "$said" | wc -l)" -ne 1 ] || ! printf '%s\n' "$said" | grep -q "$2"; then
        echo "FAIL  $1: said: $said" >&2
        exit 1
    fi
    echo "ok    $1: one line, and the program goes on"
}

folder=$(dirname "$program")
mv "$folder/libvmgl-guest.so" "$folder/hidden.so"
trap 'mv "$folder/hidden.so" "$folder/libvmgl-guest.so"' EXIT
one_line 'missing guest library' '^vmgl: .*/libvmgl-guest.so: .*; reinstall'
mv "$folder/hidden.so" "$folder/libvmgl-guest.so"
trap - EXIT
FAKE_GUEST_REFUSES=1
export FAKE_GUEST_REFUSES
one_line 'guest library of another build' '^vmgl: .*/libvmgl-guest.so: is not of the same build'
