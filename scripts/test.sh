#!/bin/bash
# Builds everything and runs every test. The last line is "N passed, N failed, N skipped".
set -u
cd "$(dirname "$0")/.." || exit 1

results=out/test-results
passed=0 failed=0 skipped=0

# A step that is not a test: silent on success, and counted as one failure otherwise.
step() { # name, command...
    local name=$1 log
    shift
    log=out/$(echo "$name" | tr -c 'a-z0-9\n' -).log
    mkdir -p out
    echo "== $name"
    if ! "$@" >"$log" 2>&1; then
        tail -n 60 "$log"
        echo "FAILED: $name ($*; full output in $log)" | tee -a "$results/failures"
        failed=$((failed + 1))
        return 1
    fi
}

# Prints the n of `name="n"` in the <Counters> of a test result file.
counter() { # file, name
    sed -n "s/.*<Counters.* $2=\"\([0-9]*\)\".*/\1/p" "$1"
}

# Prints "word: name: reason" for each test in a result file with the given outcome, one per line. Attributes may be in any order.
reasons() { # file, outcome, word
    tr '\n' ' ' <"$1" | sed 's/<UnitTestResult /\n&/g' | grep "^<UnitTestResult [^>]*outcome=\"$2\"" |
        sed -E "s/.*testName=\"([^\"]*)\".*<Message>([^<]{0,400}).*/$3: \1: \2/; s/&quot;/\"/g; s/&#xD;//g; s/&lt;/</g; s/&gt;/>/g"
}

test_project() { # project file
    local name trx
    name=$(basename "$1" .csproj)
    trx=$results/$name.trx
    echo "== $name"
    dotnet test "$1" --no-build --nologo --results-directory "$results" --logger "trx;LogFileName=$name.trx" |
        grep -vE '^(Test run for|A total of|Results File|VSTest|$)'
    if [ ! -s "$trx" ]; then
        echo "FAILED: $name wrote no results" | tee -a "$results/failures"
        failed=$((failed + 1))
        return
    fi
    reasons "$trx" NotExecuted skipped
    reasons "$trx" Failed FAILED | tee -a "$results/failures"
    passed=$((passed + $(counter "$trx" passed)))
    failed=$((failed + $(counter "$trx" failed)))
    skipped=$((skipped + $(counter "$trx" total) - $(counter "$trx" executed)))
}

rm -rf "$results"
mkdir -p "$results"
step 'install dependencies' scripts/install-deps.sh build run test conformance
step 'build dist' make dist
step 'build scenes' make scenes
step 'build tests' dotnet build Vmgl.sln --nologo -v quiet
step 'check native' make -C native check && passed=$((passed + 1))

for project in $(grep -l Microsoft.NET.Test.Sdk tests/*/*.csproj); do
    test_project "$project"
done

# A sample of the tests of `make conformance`.
step 'conformance, a sample' dotnet run --project tests/conformance --no-build -- --sample && passed=$((passed + 1))
step 'compare programs' dotnet run --no-build --project tests/apps -- --short && passed=$((passed + 1))

[ ! -s "$results/failures" ] || { echo "== failures" && cat "$results/failures"; }
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
