#!/bin/sh
# install-deps.sh [build] [run] [test] [conformance] [apps]: installs the Debian packages of these groups (by default all but apps).
# Runs apt only if something is missing.
set -eu

build='gcc libc6-dev make khronos-api zlib1g-dev'
run='xvfb mesa-utils libgl1-mesa-dri libgl1 libglx-mesa0 libegl1 libegl-mesa0 libx11-6 x11-utils imagemagick'
test='libx11-dev libgl-dev strace apitrace x11-xserver-utils iproute2 util-linux xauth x11vnc tigervnc-standalone-server tigervnc-viewer xdotool libturbojpeg0 liblz4-1'
conformance='piglit util-linux'
apps='apitrace openarena openarena-data neverputt chromium-bsu billard-gl gl-117 brutalchess openscad'

[ $# -gt 0 ] || set -- build run test conformance

wanted=
for group in "$@"; do
    case $group in
    build) wanted="$wanted $build" ;;
    run) wanted="$wanted $run" ;;
    test) wanted="$wanted $test" ;;
    conformance) wanted="$wanted $conformance" ;;
    apps) wanted="$wanted $apps" ;;
    *) echo "install-deps.sh: unknown group '$group'; the groups are build, run, test, conformance and apps" >&2; exit 2 ;;
    esac
done

missing=
for package in $wanted; do
    case $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || true) in
    ii*) ;;
    *) missing="$missing $package" ;;
    esac
done

if [ -n "$missing" ]; then
    echo "installing:$missing"
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get -qq update
    # shellcheck disable=SC2086 # a list of words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing >/dev/null
fi

command -v dotnet >/dev/null || {
    echo 'install-deps.sh: the .NET SDK is missing (10.0 or newer): https://dotnet.microsoft.com/download' >&2
    exit 1
}
