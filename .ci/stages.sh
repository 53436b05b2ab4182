# Shared by .ci/run and .ci/long: stages with their times, and the sum of all tests' results. Sourced by bash.
passed=0
failed=0
stages_failed=()

# stage NAME COMMAND…: runs it and says how long it took; a failure is noted and the other stages still run
stage() {
    local name=$1 begin=$SECONDS status=0
    shift
    printf '\n==== %s (at %d s)\n' "$name" "$SECONDS"
    # in a shell of its own, since `set -e` would be off in a function called from a condition
    set +e
    (set -e; "$@")
    status=$?
    set -e
    gather
    if [ "$status" -ne 0 ]; then
        stages_failed+=("$name")
        printf '==== %s: FAILED with %d, %d s\n' "$name" "$status" "$((SECONDS - begin))"
    else
        printf '==== %s: done, %d s\n' "$name" "$((SECONDS - begin))"
    fi
}

# totals FOLDER: leaves the results of the .trs files below FOLDER for `gather`
totals() { find "$1" -name '*.trs' -exec sed -n 's/^:test-result: //p' {} + >>"${ci:?}/results"; }

gather() {
    local good bad
    [ -f "${ci:?}/results" ] || return 0
    good=$(grep -c '^PASS' "$ci/results" || true)
    bad=$(grep -cE '^(FAIL|ERROR|XPASS)' "$ci/results" || true)
    passed=$((passed + good))
    failed=$((failed + bad))
    rm -f "$ci/results"
}

# finish: the plain line that a machine reads, and the exit code
finish() {
    printf '\n%d s\n' "$SECONDS"
    if [ ${#stages_failed[@]} -gt 0 ]; then
        printf 'failed: %s\n' "${stages_failed[@]}"
        [ "$failed" -gt 0 ] || failed=${#stages_failed[@]}
    fi
    printf '%d passed, %d failed\n' "$passed" "$failed"
    [ ${#stages_failed[@]} -eq 0 ] && [ "$failed" -eq 0 ]
}
