# Makes `count` others out of each line (JSON of an article): every second word of five small letters or more becomes
# another such word of the same lines, so that they pack about as real articles do.
{
    line[NR] = $0
    words = split($0, word, " ")
    for (w = 1; w <= words; w++) if (word[w] ~ /^[a-z][a-z][a-z][a-z][a-z]+$/) vocabulary[known++] = word[w]
}
function chance(below) {
    state = (state * 16807) % 2147483647
    return int(state / 16) % below
}
END {
    state = 20250101
    for (n = 1; n <= count; n++)
        for (i = 1; i <= NR; i++) {
            words = split(line[i], word, " ")
            out = ""
            for (w = 1; w <= words; w++) {
                if (word[w] ~ /^[a-z][a-z][a-z][a-z][a-z]+$/ && chance(2)) word[w] = vocabulary[chance(known)]
                out = out (w > 1 ? " " : "") word[w]
            }
            sub(/"id": *"[^"]*"/, "\"id\": \"a" n "/" i "\"", out)
            print out
        }
}
