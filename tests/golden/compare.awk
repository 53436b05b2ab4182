# Compares two files of ink.awk, the golden one first; says which rows of which page differ. A cell may be lighter or darker by
# TOLERANCE (antialiasing differs between versions of poppler), and of a page's 384 cells `most` in a hundred by more.
BEGIN { TOLERANCE = 2; CELLS = 384 }

FNR == NR { golden[FNR] = $0; rows = FNR; next }

{
    now = FNR
    n = split(golden[FNR], old, " ")
    page = $1
    if (n != NF || old[1] != $1) { print "page " $1 ": another page, or more pages than before"; bad = 1; exit }
    for (i = 2; i <= NF; i++) if ($i - old[i] > TOLERANCE || old[i] - $i > TOLERANCE) {
        off[page]++
        where[page] = where[page] sprintf(" %d,%d:%d->%d", (FNR - 1) % 24 + 1, i - 1, old[i], $i)
    }
}

END {
    if (now < rows) { print "fewer pages than before: " now / 24 ", not " rows / 24; bad = 1 }
    for (page in off) if (off[page] * 100 > CELLS * most) {
        print "page " page ": " off[page] " of " CELLS " cells differ (row,column:before->now)" substr(where[page], 1, 300)
        bad = 1
    }
    exit bad
}
