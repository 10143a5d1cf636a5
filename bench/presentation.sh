#!/bin/bash
# presentation.sh [--rounds N] [--seconds N] [--no-viewer] [--openarena]: frame rates by presentation mode, in alternating runs on this machine.
# The host is an Xvfb with GLX, the guest an Xvnc without GLX that a VNC viewer shows; the daemon listens on loopback. Prints a table for bench/results.
set -eu
cd "$(dirname "$0")/.."

rounds=3 seconds=5 openarena= viewer=yes
while [ $# -gt 0 ]; do
    case $1 in
    --rounds) rounds=$2; shift 2 ;;
    --seconds) seconds=$2; shift 2 ;;
    --no-viewer) viewer=; shift ;;
    --openarena) openarena=yes; shift ;;
    *) sed -n 2,3p "$0" | cut -c3-; exit 2 ;;
    esac
done

. scripts/machines.sh

start_xvfb host 1920x1200 +extension
host=$started
rfb=$((20000 + $$ % 20000))
Xvnc -displayfd 3 -geometry 1920x1200 -depth 24 -extension GLX -SecurityTypes None -interface 127.0.0.1 -rfbport "$rfb" 3>"$work/guest" 2>"$work/xvnc.log" &
pids+=($!)
await Xvnc test -s "$work/guest"
guest=:$(cat "$work/guest")
if [ -n "$viewer" ]; then
    start_xvfb seat 1920x1200 -extension
    DISPLAY=$started xtigervncviewer -Shared "127.0.0.1::$rfb" >"$work/viewer.log" 2>&1 &
    pids+=($!)
fi
start_daemon daemon 0 --display "$host"
stub=$(address_of daemon)
mkdir -p out/bench
cc -O2 -o out/bench/readback bench/native/readback.c -lGL -lX11

through=(env GLSTUB="$stub" LD_PRELOAD="$PWD/dist/lib/vmgl/libGL.so" vblank_mode=0)

gears() { # environment...
    timeout $((seconds + 3)) "$@" glxgears -geometry "${w}x$h" 2>/dev/null | sed -n 's/.* \([0-9.]*\) FPS.*/\1/p' | tail -n 1 || true
}

arena() { # environment...
    timeout 300 "$@" /usr/games/openarena +set s_initsound 0 +set cl_renderer opengl1 +set com_hunkmegs 256 +set r_mode -1 +set r_customwidth "$w" \
        +set r_customheight "$h" +set r_fullscreen 0 +set timedemo 1 +set com_maxfps 0 +set com_introplayed 1 +set r_swapInterval 0 \
        +set nextdemo quit +demo demo088-test1 2>&1 | sed -n 's/.*seconds \([0-9.]*\) fps.*/\1/p' | tail -n 1 || true
}

median() { sort -n "$1" | awk 'NF { v[n++] = $1 } END { print n ? v[int((n - 1) / 2)] : 0 }'; }

measure() { # title, function
    local floor
    for ((round = 0; round < rounds; round++)); do
        "$2" env vblank_mode=0 DISPLAY="$host" >>"$work/$2$w.native"
        "$2" "${through[@]}" DISPLAY="$host" >>"$work/$2$w.direct"
        "$2" "${through[@]}" DISPLAY="$guest" >>"$work/$2$w.return"
        "$2" "${through[@]}" DISPLAY="$guest" VMGL_SPOIL=0 >>"$work/$2$w.every"
    done
    floor=$(DISPLAY=$host out/bench/readback "$w" "$h")
    awk -v title="$1 ${w}×$h" -v native="$(median "$work/$2$w.native")" -v direct="$(median "$work/$2$w.direct")" \
        -v back="$(median "$work/$2$w.return")" -v every="$(median "$work/$2$w.every")" -v us="$floor" 'BEGIN {
            if (!direct) { print "| " title " | did not run |"; exit }
            most = 1e6 / (1e6 / direct + us)
            printf "| %s | %.1f | %.1f | %.1f | **%.2f** | %.1f | %.2f | %d µs | %.2f |\n",
                title, native, direct, back, back / direct, every, every / direct, us, most / direct }'
}

echo "| program | native | direct | return | return ÷ direct | every picture | ÷ direct | reading a picture | floor of every ÷ direct |"
echo "|---|---|---|---|---|---|---|---|---|"
program=glxgears run=gears
[ -z "$openarena" ] || program=OpenArena run=arena
w=640 h=480
measure "$program" "$run"
w=1920 h=1080
measure "$program" "$run"
