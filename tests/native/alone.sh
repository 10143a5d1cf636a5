#!/bin/sh
# alone.sh PROGRAM: without a guest library, or with one from another build, a program prints one line and continues.
set -eu
program=$1

expect_one_line() { # case, pattern
    if ! output=$(LC_ALL=C "$program" 2>&1); then
        echo "FAIL  $1: the program did not continue: $output" >&2
        exit 1
    fi
    if [ "$(printf '%s\n' "$output" | wc -l)" -ne 1 ] || ! printf '%s\n' "$output" | grep -q "$2"; then
        echo "FAIL  $1: unexpected output: $output" >&2
        exit 1
    fi
    echo "ok    $1: one line, and the program continues"
}

folder=$(dirname "$program")
mv "$folder/libvmgl-guest.so" "$folder/hidden.so"
trap 'mv "$folder/hidden.so" "$folder/libvmgl-guest.so"' EXIT
expect_one_line 'missing guest library' '^vmgl: .*/libvmgl-guest.so: .*; reinstall'
mv "$folder/hidden.so" "$folder/libvmgl-guest.so"
trap - EXIT
FAKE_GUEST_REFUSES=1
export FAKE_GUEST_REFUSES
expect_one_line 'guest library from another build' '^vmgl: .*/libvmgl-guest.so: is not from the same build'
