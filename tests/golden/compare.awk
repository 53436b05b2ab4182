# Compares two files of ink, the golden one first, both with lines as ink.c tells; says what differs, page by page. A figure may be
# off by `tolerance`, and of a page's 384 parts `most` in a hundred by more; a rectangle's edges may be off by `edge` pixels, and
# one that is missing, new or of another colour is a difference. With `coarse` set (another version of poppler) rectangles and colours
# are not looked at, for antialiasing differs.
BEGIN { PARTS = 384 }

coarse && $1 != "P" { next }

FNR == NR { golden[++lines] = $0; next }

{
    now++
    n = split(golden[now], old, " ")
    if (n != NF || old[1] != $1 || old[2] != $2) {
        print "page " $2 ": another order of lines: before '" golden[now] "', now '" $0 "'"
        bad = stopped = 1
        exit
    }
    for (i = 3; i <= NF; i++) {
        split($i, value, ":"); split(old[i], before, ":")
        new_figure = $1 == "C" && i > 3 ? value[2] : $i
        old_figure = $1 == "C" && i > 3 ? before[2] : old[i]
        slack = $1 == "R" && i <= 6 ? edge : tolerance
        if (new_figure - old_figure <= slack && old_figure - new_figure <= slack && ($1 != "C" || value[1] == before[1])) continue
        if ($1 != "R") off[$2]++
        else bad = 1
        where[$2] = where[$2] sprintf(" %s%d,%d:%s->%s", $1, (now - 1), i - 2, old[i], $i)
    }
}

END {
    if (now < lines && !stopped) { print "fewer pages, rectangles or colours than before"; bad = 1 }
    for (page in off) if (off[page] * 100 > PARTS * most) bad = 1
    if (bad) for (page in where) print "page " page ": differs (kind, line, column:before->now)" substr(where[page], 1, 300)
    exit bad
}
