#!/bin/bash
# survival.sh [--kills N] [--rounds N] [--traces FOLDER] [--before FOLDER] [--pictures FOLDER] [killed|exact|suspended|moved|memory|cost]...
# The cost of recovery, and the length of an interruption, with real programs. Prints tables for bench/results.
#   killed     kills the worker repeatedly while programs draw: how long each program waits
#   exact      replays traces while the worker is killed repeatedly: every picture is compared with the native one. --traces: replays these, records none
#   suspended  suspends programs, restarts the host, resumes them;  moved: moves a program between two daemons. --pictures: keeps pictures of the windows
#   memory     the guest's memory for textures and buffers;  cost: frame rates with the guest library of --before, which has no mirror, and with this one
set -eu
cd "$(dirname "$0")/.."

kills=8 between=1 rounds=5 traces='' before='' pictures='' parts=()
while [ $# -gt 0 ]; do
    case $1 in
    --kills) kills=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --traces) traces=$2; shift 2 ;;
    --before) before=$(realpath "$2"); shift 2 ;;
    --pictures) pictures=$2; shift 2 ;;
    killed | exact | suspended | moved | memory | cost) parts+=("$1"); shift ;;
    *) sed -n '2,/^set /{/^#/p}' "$0" | cut -c3-; exit 2 ;;
    esac
done
[ ${#parts[@]} -gt 0 ] || parts=(killed exact suspended moved memory cost)

. scripts/machines.sh

program=
clean_up() {
    end_program
    end_machines
}
trap clean_up EXIT

# The host.

start_display() {
    start_xvfb xvfb 1280x1024 +extension
    export DISPLAY=$started
}

worker_of() { sed -n 's/.*worker \([0-9]*\) draws for.*/\1/p' "$work/$1.log" | tail -n 1; }

kill_worker() { kill -KILL "$(worker_of "$1")" 2>/dev/null; }

# Stops the daemon and its workers, as if their machine had disappeared, and kills them before they could continue.
stop_host() { # name
    local daemon
    daemon=$(cat "$work/$1.pid")
    mapfile -t stopped < <(echo "$daemon"; pgrep -P "$daemon")
    kill -STOP "${stopped[@]}" 2>/dev/null || true # a worker may have exited meanwhile
    sleep 1
    kill -KILL "${stopped[@]}" 2>/dev/null || true
    wait "$daemon" 2>/dev/null || true
}

# The programs. One at a time: vmgl acts on all running programs.

export VMGL_RUN_DIR=$work/run vblank_mode=0 SDL_AUDIODRIVER=dummy ALSOFT_DRIVERS=null MESA_SHADER_CACHE_DIR=$work/shaders HOME=$work/home
mkdir -p "$HOME" out/bench
names=(glxgears OpenArena neverputt)

command_of() { # name; sets "words"
    local arena=(/usr/games/openarena +set s_initsound 0 +set cl_renderer opengl1 +set com_hunkmegs 256 +set r_mode 3 +set r_fullscreen 0
        +set com_maxfps 0 +set com_introplayed 1 +set r_swapInterval 0)
    case $1 in
    glxgears) words=(glxgears -geometry 300x300) ;;
    OpenArena) words=("${arena[@]}" +set again 'demo demo088-test1; set nextdemo vstr again' +vstr again) ;;
    timedemo) words=("${arena[@]}" +set timedemo 1 +set nextdemo quit +demo demo088-test1) ;;
    neverputt) words=(/usr/games/neverputt) ;;
    esac
}

forwarded() { # daemon; sets "through"
    through=(env GLSTUB="$(address_of "$1")" LD_PRELOAD="$PWD/dist/lib/vmgl/libGL.so")
}

start_program() { # name, daemon
    local words through
    command_of "$1"
    forwarded "$2"
    setsid "${through[@]}" "${words[@]}" >"$work/program.log" 2>&1 </dev/null &
    program=$!
    await "$1" has_drawn 200
}

end_program() {
    [ -n "$program" ] || return 0
    kill -KILL -- "-$program" 2>/dev/null || true
    wait "$program" 2>/dev/null || true
    program=
    rm -f "$VMGL_RUN_DIR"/*.sock
}

status() { # field of the program
    dist/bin/vmgl status --json | sed -n "s/.*\"$1\": *\"\{0,1\}\([^,\"}]*\).*/\1/p" | head -n 1
}

has_drawn() { [ "$(status frames)" -gt "$1" ]; }

has_lost() { [ "$(status losses)" -ge "$1" ] && [ "$(status state)" = drawing ]; }

goes_on() { await 'the next frame' has_drawn $(($(status frames) + 20)); }

picture() { # name
    [ -z "$pictures" ] || { mkdir -p "$pictures"; import -window root "$pictures/$1.png"; }
}

middle() { sort -n | awk 'NF { v[n++] = $1 } END { print n ? v[int((n - 1) / 2)] : "-" }'; }

column() { tail -n 1 "$2" | awk -F '  +' -v n="$1" '{ print $n }'; } # number, file with a table of vmgl

megabytes() { awk '{ print $1 / 1e6 * (/KiB/ ? 1024 : /MiB/ ? 1048576 : /GiB/ ? 1073741824 : 1) }' <<<"$1"; }

target() { awk -v mb="$1" -v rate="$rate" 'BEGIN { printf "%.0f", 250 + 1000 * mb / rate }'; }

# Parts.

kill_again_and_again() { # name
    : >"$work/ms"
    for ((kill = 1; kill <= kills; kill++)); do
        sleep "${between}.$((RANDOM % 10))"
        kill_worker host
        await 'another worker' has_lost "$kill"
        goes_on
        sed -n 's/.*drawing goes on after \([0-9]*\) ms.*/\1/p' "$work/program.log" | tail -n 1 >>"$work/ms"
    done
}

killed() {
    local mb
    echo "| program, worker killed | kills | median ms | longest ms | MB rebuilt | target ms |"
    echo "|---|---|---|---|---|---|"
    for name in "${names[@]}"; do
        start_program "$name" host
        kill_again_and_again "$name"
        mb=$(sed -n 's/.* \([0-9.]*\) MB rebuilt.*/\1/p' "$work/program.log" | tail -n 1)
        picture "killed-$name"
        end_program
        echo "| $name | $kills | $(middle <"$work/ms") | $(sort -n "$work/ms" | tail -n 1) | $mb | $(target "$mb") |"
    done
}

record() { # name, frames, seconds, command...
    local name=$1 frames=$2 seconds=$3
    shift 3
    setsid apitrace trace -o "$work/whole.trace" "$@" >"$work/record.log" 2>&1 </dev/null &
    program=$!
    for ((tenth = 0; tenth < 10 * seconds; tenth++)); do
        kill -0 "$program" 2>/dev/null || break
        sleep 0.1
    done
    kill -- "-$program" 2>/dev/null || true # the program writes its trace when it is terminated
    wait "$program" 2>/dev/null || true
    program=
    apitrace trim --frames=0-$((frames - 1)) -o "$work/traces/$name.trace" "$work/whole.trace" >>"$work/record.log" 2>&1 || die "$name cannot be traced"
    rm "$work/whole.trace"
}

record_all() {
    local words
    mkdir -p "$work/traces"
    for name in "${names[@]}"; do
        command_of "${name/OpenArena/timedemo}"
        case $name in
        glxgears) record "$name" 300 3 "${words[@]}" ;;
        OpenArena) record "$name" 150 60 "${words[@]}" +set activeAction '"wait 150; quit"' ;;
        neverputt) record "$name" 200 20 "${words[@]}" ;;
        esac
    done
    traces=$work/traces
}

replay() { # trace, folder, environment...
    local trace=$1 folder=$2
    shift 2
    mkdir -p "$folder"
    "$@" glretrace -b -s "$folder/" "$trace" >"$folder.log" 2>&1 </dev/null || true
}

# Kills workers until a process has ended: each at a random moment after it drew its first frame, every fourth during the rebuild.
kill_until() { # process
    local kill=0 seen=0 worker last=''
    while kill -0 "$1" 2>/dev/null; do
        worker=$(worker_of host)
        if [ "$worker" != "$last" ] && { [ $((kill % 4)) = 3 ] || has_drawn $seen; }; then
            sleep "0.$((RANDOM % 5))"
            seen=$(status frames)
            kill -KILL "$worker" 2>/dev/null || true
            last=$worker
            kill=$((kill + 1))
        fi
        sleep 0.05
    done 2>/dev/null # the program may end while its status is read
    echo $kill >"$work/kills"
}

# Skips the first picture: it is taken while glretrace's window is being resized, so its contents are random.
compare() { # folder; prints how many pictures equal the native ones, and the names of the others
    local same=0 all=0 others=''
    for native in "$work/snaps/native/"*.png; do
        [ $((all += 1)) -gt 1 ] || continue
        if cmp -s "$native" "$1/${native##*/}"; then same=$((same + 1)); else others+=" ${native##*/}"; fi
    done
    echo "$same of $((all - 1))${others:+ (not ${others:1:120})}"
}

exact() {
    local through
    [ -n "$traces" ] || record_all
    echo "| trace | times killed | identical while killed | identical undisturbed | stale |"
    echo "|---|---|---|---|---|"
    forwarded host
    for trace in "$traces"/*.trace; do
        rm -rf "$work/snaps"
        replay "$trace" "$work/snaps/native" env
        replay "$trace" "$work/snaps/calm" "${through[@]}"
        replay "$trace" "$work/snaps/killed" "${through[@]}" &
        await 'the replay' has_drawn 0
        kill_until $!
        wait $! || true
        keep_differing "$(basename "$trace" .trace)"
        echo "| $(basename "$trace" .trace) | $(cat "$work/kills") | $(compare "$work/snaps/killed") |" \
            "$(compare "$work/snaps/calm") | $(sed -n 's/.*read back: \(.*\)/\1/p' "$work/snaps/killed.log" | sort | uniq -c | sort -rn | head -n 1) |"
    done
}

keep_differing() { # name
    [ -z "$pictures" ] || for native in "$work/snaps/native/"*.png; do
        cmp -s "$native" "$work/snaps/killed/${native##*/}" && continue
        mkdir -p "$pictures/$1"
        for side in native killed calm; do cp "$work/snaps/$side/${native##*/}" "$pictures/$1/${native##*/}-$side.png" 2>/dev/null || true; done
        cp "$work/snaps/killed.log" "$pictures/$1/"
    done
}

suspended() {
    local port
    port=$(address_of host)
    echo "| program, suspended and resumed | suspended in | kept | resumed in, at a new daemon | sent | target ms |"
    echo "|---|---|---|---|---|---|"
    for name in "${names[@]}"; do
        start_program "$name" host
        sleep 2
        picture "suspended-$name-1-before"
        dist/bin/vmgl suspend >"$work/suspend.table" || die "$name is not suspended"
        stop_host host
        picture "suspended-$name-2-while"
        start_daemon host "${port##*:}" --display "$DISPLAY"
        dist/bin/vmgl resume >"$work/resume.table" || die "$name is not resumed"
        picture "suspended-$name-3-after"
        goes_on
        end_program
        echo "| $name | $(column 3 "$work/suspend.table") | $(column 4 "$work/suspend.table") | $(column 4 "$work/resume.table") |" \
            "$(column 5 "$work/resume.table") | $(target "$(megabytes "$(column 5 "$work/resume.table")")") |"
    done
}

moved() {
    local to
    start_daemon other 0 --display "$DISPLAY"
    echo "| program, moved | moved in | sent | target ms |"
    echo "|---|---|---|---|"
    for name in "${names[@]}"; do
        start_program "$name" host
        picture "moved-$name-0"
        for ((move = 1; move <= 4; move++)); do
            to=$([ $((move % 2)) = 1 ] && echo other || echo host)
            sleep 1
            dist/bin/vmgl move "$(address_of "$to")" >"$work/move.table" || die "$name does not move"
            picture "moved-$name-$move"
            goes_on
            echo "| $name, move $move | $(column 4 "$work/move.table") | $(column 5 "$work/move.table") |" \
                "$(target "$(megabytes "$(column 5 "$work/move.table")")") |"
        done
        end_program
    done
}

resident() { # MiB; prints the program's memory in kB: RSS, PSS, private dirty
    local through
    forwarded host
    setsid "${through[@]}" out/bench/contents "$1" >"$work/contents.log" 2>&1 </dev/null &
    program=$!
    await 'what is drawn' grep -q ready "$work/contents.log"
    sleep 8 # until no buffer is held twice
    awk '/^Rss|^Pss:|^Private_Dirty/ { print $2 }' "/proc/$(status pid)/smaps_rollup" | paste -sd ' '
    end_program
}

memory() {
    local some many
    cc -O2 -o out/bench/contents bench/native/contents.c -lGL -lX11
    echo "| MiB of textures and as many of buffers | RSS MiB | PSS MiB | its own MiB | more RSS than with 1 + 1 ÷ more contents |"
    echo "|---|---|---|---|---|"
    read -ra some < <(resident 1)
    for mib in 16 64 128; do
        read -ra many < <(resident "$mib")
        awk -v mib="$mib" -v some="${some[*]}" -v many="${many[*]}" 'BEGIN {
            split(some, s); split(many, m)
            printf "| %d | %.1f | %.1f | %.1f | %.2f |\n", mib, m[1] / 1024, m[2] / 1024, m[3] / 1024, (m[1] - s[1]) / 1024 / (2 * mib - 2) }'
    done
}

gears_rate() { # environment...
    timeout 9 "$@" glxgears -geometry 300x300 2>/dev/null | sed -n 's/.* \([0-9.]*\) FPS.*/\1/p' | tail -n 1 || true
}

arena_rate() { # environment...
    local words
    command_of timedemo
    timeout 300 "$@" "${words[@]}" 2>&1 | sed -n 's/.*seconds \([0-9.]*\) fps.*/\1/p' | tail -n 1 || true
}

# The two libraries alternate, and each round begins with the other one, because the machine's other load changes slowly.
cost() {
    [ -n "$before" ] || { echo "The mirror's cost: not measured; --before names a folder with a guest library without it."; return; }
    local with=(env GLSTUB="$(address_of host)" LD_PRELOAD="$PWD/dist/lib/vmgl/libGL.so")
    local without=(env GLSTUB="$(address_of host)" LD_PRELOAD="$before/libGL.so")
    echo "| program | without the mirror, frames a second | with it | median ÷ median |"
    echo "|---|---|---|---|"
    for rate in gears_rate arena_rate; do
        rm -f "$work/with" "$work/without"
        for ((round = 0; round < rounds; round++)); do
            if [ $((round % 2)) = 0 ]; then order='without with'; else order='with without'; fi
            for side in $order; do
                declare -n words_of=$side
                "$rate" "${words_of[@]}" >>"$work/$side"
            done
        done
        awk -v title="$rate" -v a="$(paste -sd ' ' "$work/without")" -v b="$(paste -sd ' ' "$work/with")" \
            -v without="$(middle <"$work/without")" -v with="$(middle <"$work/with")" 'BEGIN { printf "| %s | %s | %s | %.2f |\n", title, a, b, with / without }'
    done
}

start_display
start_daemon host 0 --display "$DISPLAY"
cc -O2 -o out/bench/link bench/native/link.c
rate=$(out/bench/link)
echo "$(nproc) cores; the loopback carries $rate MB/s."
for part in "${parts[@]}"; do
    echo
    "$part"
done
