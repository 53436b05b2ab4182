# How dark each part of a page is. Reads the bytes of a grey picture (PGM, P5) as decimal numbers; prints for each of 24 rows of
# cells the page and 16 figures, 0 (white) to 100 (black). So a picture is a few lines of text, and what moved can be read.
BEGIN { COLUMNS = 16; ROWS = 24 }

function begin_picture(   i) {
    for (i = 0; i < COLUMNS * ROWS; i++) sum[i] = count[i] = 0
    x = y = 0
}

# The header: "P5", width, height and 255, each followed by one white space.
header < 4 {
    for (i = 1; i <= NF && header < 4; i++) {
        if ($i > 32) { word = word sprintf("%c", $i); continue }
        if (header == 1) width = word + 0
        if (header == 2) height = word + 0
        word = ""
        header++
    }
    if (header < 4) next
    begin_picture()
    first = i
}

{
    for (i = first ? first : 1; i <= NF; i++) {
        cell = int(y * ROWS / height) * COLUMNS + int(x * COLUMNS / width)
        sum[cell] += 255 - $i
        count[cell]++
        if (++x == width) { x = 0; y++ }
    }
    first = 0
}

END {
    for (r = 0; r < ROWS; r++) {
        line = page
        for (c = 0; c < COLUMNS; c++) {
            cell = r * COLUMNS + c
            line = line " " (count[cell] ? int(sum[cell] * 100 / 255 / count[cell] + 0.5) : 0)
        }
        print line
    }
}
