#!/bin/sh
# Texts made to be slow: each is half a megabyte of one kind, or as much as HOSTILE_BYTES says. Where the work grows with the square of the
# text, one of them takes minutes; all together take seconds, and the bound on the processor's time is for machines that are slow and for
# builds with sanitizers.
. "$top_srcdir/tests/command/common.sh"

seconds=60
size=${HOSTILE_BYTES:-500000} # of each text
case " $TAKLIMAT_WRAPPER " in *valgrind*) size=20000 ;; esac

# article NAME HEAD UNIT TAIL: a record whose text is HEAD, then UNIT as often as fills $size bytes (# in it is a running number), then TAIL;
# all in JSON's escapes.
article() {
    replacement=$(printf '%s' "$3" | sed 's/[\\&|]/\\&/g; s/#/\&/g')
    {
        printf '{"id":"%s","title":"Judul","text":"%s' "$1" "$2"
        seq $((size / ${#3} + 1)) | sed "s|.*|$replacement|" | tr -d '\n'
        printf '%s"}\n' "$4"
    } >"$1.jsonl"
}

# linear NAME HEAD UNIT TAIL: such an article is extracted in time, and its facts are one line.
linear() {
    article "$@"
    (
        ulimit -t $seconds
        run extract "$1.jsonl"
        exit "$code"
    )
    [ $? -eq 0 ] || fail "$1: exit code, or more than $seconds s: $(head -c 300 err)"
    count out 1
    has out "\"id\":\"$1\""
    rm -f "$1.jsonl" out
}

# quotation marks
linear unclosed_quotes 'Bupati berkata ' '\" ' '.'
linear opening_marks 'Bupati berkata ' '“a ' '.'
linear closing_marks 'Bupati berkata \"' 'a” ' '.'
linear lone_closers '' '” kata Budi, ' '.'
linear apostrophes '' "''a' " '.'
linear quotes_of_nobody '' '\"Kami akan datang ke sana nanti,\" ' '.'
linear equal_quotes '' '\"Kami akan datang ke sana nanti,\" kata Budi. ' ''
linear open_before_verbs '\"Kami ' 'kata Bupati # ' '.'

# words and names
linear one_word '' 'a' ''
linear one_capital_word 'Bupati ' 'A' ' mengatakan jalan dibuka.'
linear long_words '' 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz# ' '.'
linear capitals '' 'Budi ' '.'
linear namesakes '' 'Budi Santoso# mengatakan Budi hadir. ' ''
linear hyphens 'Budi' '-Budi' ' berkata.'
linear initials 'Bupati ' 'A. ' 'Budi berkata.'
linear misspelt '' 'Budi Santoso Wi#jaya dan Budi Santosa Wi#jaya mengatakan ya. ' ''
linear nicknames '' 'Pak Surya#man dan Pak Sur# alias Yaman# berkata. ' ''

# posts
linear posts '' 'Kepala Dinas Anda Beta Cita Dana Elok Fajar Gana Hasta Indah Jaya Kota Lima Maju Nusa Oase Prima Quanta Rasa Satu Tiga Utama Visi Warta Xena Yuda Zona # mengatakan ya. ' ''
linear acronyms '' 'Kepala ABCDEFGHIJ ABCDEFGHIJ ABCDEFGHIJ ABCDEFGHIJ ABCDEFGHIJ ABCDEFGHIJ ABCDEFGHIJ # mengatakan ya. ' ''
linear post_lists 'Kepala Dinas ' 'Sosial, ' 'Budi mengatakan ya.'
linear english_posts '' 'Alpha Beta Gamma Delta ' 'Director Budi mengatakan ya.'
linear prefixes '' 'Plt. Wakil ' 'Bupati mengatakan ya.'
linear titles '' 'Drs. H. ' 'Budi mengatakan ya.'
linear degrees 'Budi Santoso' ', S.H., M.Si' ' mengatakan ya.'
linear parentheses 'Bupati ' '(' ' mengatakan ya.'

# sentences and lists
linear full_stops '' '. ' ''
linear commas 'Bupati berkata ' ', ' '.'
linear items 'Bupati meminta ASN:\n' '#. menjaga netralitas;\n' ''
linear pledge 'ASN berikrar sebagai berikut: ' '# Menjaga netralitas; ' ''
linear one_sentence 'Bupati meminta ' 'agar warga harus tertib dan tidak boleh ' 'pulang.'
linear reports '' 'Ia mengatakan hal itu ' '.'
linear lost_wishes '' 'Bupati berharap ASN agar tidak netral. Bupati meminta ASN menjaga ketertiban. ' ''
linear stories '' 'Hal itu disampaikan Budi Santoso. ' ''
linear lines '' 'a\n\n' ''
linear same_lines '' 'Bupati mengatakan jalan itu akan segera dibuka untuk umum.\n\n' ''

# places, dates, citations
linear regions '' 'Kabupaten Wonogiri, Kota Bima, ' '.'
linear districts '' 'Kecamatan Sukamaju #, ' '.'
linear elections 'Bupati membuka rapat, kata Budi Santoso, Sabtu (5/8/2023). ' 'tahun ini pilpres pileg pilkada ' '.'
linear dates '' '#/1/2024 ' '.'
linear acts '' 'UU Nomor # Tahun 2014 ' '.'
linear act_lists 'UU ' '#/2014, ' 'dan 7/2017.'
linear articles '' 'Pasal # ayat (1) huruf a ' 'UU ASN.'

finish
