/* Tokens and sentences of base. */
#include <config.h>

#include <check.h>
#include <string.h>

#include "base/buffer.h"
#include "base/sentence.h"
#include "base/token.h"
#include "support.h"

/* The tokens, separated by |, each after its kind: w n q a m. */
static const struct {
    const char *text;
    const char *tokens;
} token_cases[] = {
    {"Kepala BKPSDM, H. Amat.", "wKepala|wBKPSDM|m,|wH|m.|wAmat|m."},
    {"PP 94/2021", "wPP|n94|m/|n2021"},
    {"P3K dan TK2D", "wP3K|wdan|wTK2D"},
    {"Jum'at Ma\xE2\x80\x99ruf", "wJum'at|wMa\xE2\x80\x99ruf"},
    {"''kami'' kata", "q''|wkami|q''|wkata"},
    {"\xE2\x80\x9CNetral,\xE2\x80\x9D", "q\xE2\x80\x9C|wNetral|m,|q\xE2\x80\x9D"},
    {"segan-segan...", "wsegan|m-|wsegan|m..."},
    {"'Temani'", "a'|wTemani|a'"},
    {"a\xE2\x80\x8B"
     "b",
     "wa|wb"},
    {"``kami'' kata", "q``|wkami|q''|wkata"},
    {"&quot;Netral&quot; &ldquo;", "q&quot;|wNetral|q&quot;|q&ldquo;"},
    {"UU&nbsp;5 &amp;quot;", "wUU|n5|q&amp;quot;"},
    {"Jum&#39;at &#x201C;a", "wJum&#39;at|q&#x201C;|wa"},
    {"R&D; &quot &#; &#0; &#99999999;",
     "wR|m&|wD|m;|m&|wquot|m&|m#|m;|m&|m#|n0|m;|m&|m#|n99999999|m;"},
    {"&", "m&"},
    {"", ""},
};

static void print_tokens(struct text text, struct tokens tokens, struct buffer *out) {
    for (size_t i = 0; i < tokens.count; i++) {
        if (i)
            buffer_char(out, '|');
        buffer_char(out, "wnqam"[tokens.at[i].kind]);
        buffer_text(out, token_text(text, &tokens.at[i]));
    }
}

START_TEST(test_tokens) {
    struct arena arena = {0};
    struct buffer printed = {0};
    struct text text = text_of(token_cases[_i].text);
    print_tokens(text, tokenise(&arena, text), &printed);
    buffer_char(&printed, '\0');
    ck_assert_str_eq(printed.data, token_cases[_i].tokens);
    buffer_free(&printed);
    arena_free(&arena);
}
END_TEST

START_TEST(test_case_and_gap) {
    struct arena arena = {0};
    struct text text = TEXT("netral Bupati ASN KemenPANRB H\nx\r\n\r\ny z,7");
    struct tokens tokens = tokenise(&arena, text);
    static const int cases[] = {CASE_LOWER, CASE_TITLE, CASE_UPPER, CASE_MIXED, CASE_TITLE};
    for (size_t i = 0; i < 5; i++)
        ck_assert_int_eq(tokens.at[i].letter_case, cases[i]);
    static const int gaps[] = {GAP_PARAGRAPH, GAP_SPACE,     GAP_SPACE, GAP_SPACE, GAP_SPACE,
                               GAP_LINE,      GAP_PARAGRAPH, GAP_SPACE, GAP_NONE,  GAP_NONE};
    ck_assert_uint_eq(tokens.count, 10);
    for (size_t i = 0; i < 10; i++)
        ck_assert_int_eq(tokens.at[i].gap, gaps[i]);
    ck_assert_int_eq(token_number(text, &tokens.at[9]), 7);
    ck_assert_int_eq(token_number(text, &tokens.at[0]), -1);
    ck_assert_uint_eq(tokens_at(tokens, 7), 1);
    ck_assert_uint_eq(tokens_at(tokens, 8), 2);
    arena_free(&arena);
}
END_TEST

START_TEST(test_hash_folds) {
    ck_assert(token_hash(TEXT("Jum\xE2\x80\x99"
                              "at")) == token_hash(TEXT("JUM'AT")));
    ck_assert(token_hash(TEXT("netral")) != token_hash(TEXT("netrul")));
    ck_assert(token_hash(TEXT("\xC3\x89")) == token_hash(TEXT("\xC3\xA9")));
    ck_assert(token_hash(TEXT("\xE2\x80\x91")) == token_hash(TEXT("-")));
}
END_TEST

static bool is_abbreviation(const void *context, const struct token *word) {
    (void)context;
    return word->hash == token_hash(TEXT("No")) || word->hash == token_hash(TEXT("Kab")) ||
           word->hash == token_hash(TEXT("dr"));
}

static enum sentence_start start_of(const void *context, const struct token *word) {
    (void)context;
    if (word->hash == token_hash(TEXT("Selain")) || word->hash == token_hash(TEXT("Bupati")))
        return SENTENCE_START_SURE;
    return word->hash == token_hash(TEXT("Acara")) ? SENTENCE_START_WORD : SENTENCE_START_NAME;
}

static const struct sentence_words known_words = {NULL, is_abbreviation, start_of};

/* The sentences, separated by |. */
static const struct {
    const char *text;
    const char *sentences;
} sentence_cases[] = {
    {"Budi, S.Sos. M.Si. berkata. Ia pulang.", "Budi, S.Sos. M.Si. berkata.|Ia pulang."},
    {"Budi, S.Kep.Ns, berkata.Ia pulang.", "Budi, S.Kep.Ns, berkata.|Ia pulang."},
    {"Budi lulus S.Pd. Ia pulang.", "Budi lulus S.Pd.|Ia pulang."},
    {"Satu. Dua! Tiga?", "Satu.|Dua!|Tiga?"},
    {"PP No. 94 Tahun 2021 berlaku. Ya.", "PP No. 94 Tahun 2021 berlaku.|Ya."},
    {"Kata M. Nasir di Kab. Garut. Lalu.", "Kata M. Nasir di Kab. Garut.|Lalu."},
    {"\xE2\x80\x9CJaga sikap. Jangan ikut,\xE2\x80\x9D kata Budi. Ia pergi.",
     "\xE2\x80\x9CJaga sikap.|Jangan ikut,\xE2\x80\x9D kata Budi.|Ia pergi."},
    {"\"Jaga sikap.\" kata Budi. Lalu.", "\"Jaga sikap.\" kata Budi.|Lalu."},
    {"Obat itu pahit. dr. Ani setuju. dr Ani pulang. kata dr itu.",
     "Obat itu pahit.|dr. Ani setuju.|dr Ani pulang. kata dr itu."},
    {"\"Jaga sikap.\" \"Jangan.\"", "\"Jaga sikap.\"|\"Jangan.\""},
    {"baris satu\nBaris dua", "baris satu|Baris dua"},
    {"ujaran\nserta bohong.", "ujaran\nserta bohong."},
    {"1. Menjaga sikap.\n2. Menolak.", "1. Menjaga sikap.|2. Menolak."},
    {"Nilai 2.5 juta. Ya", "Nilai 2.5 juta.|Ya"},
    {"Menyebut a.n. warga. Lalu", "Menyebut a.n. warga.|Lalu"},
    {"Rina, S.H. Bupati hadir. Budi H. Selain itu, M. Nasir hadir.",
     "Rina, S.H.|Bupati hadir.|Budi H.|Selain itu, M. Nasir hadir."},
    {"Idulfitri 1445 H. Acara itu ramai. Rina H. Acara datang. A. Bupati",
     "Idulfitri 1445 H.|Acara itu ramai.|Rina H. Acara datang.|A. Bupati"},
};

START_TEST(test_sentences) {
    struct arena arena = {0};
    struct buffer printed = {0};
    struct text text = text_of(sentence_cases[_i].text);
    struct tokens tokens = tokenise(&arena, text);
    struct sentences sentences =
        sentences_split(&arena, text, tokens, 0, tokens.count, &known_words);
    for (size_t i = 0; i < sentences.count; i++) {
        if (i)
            buffer_char(&printed, '|');
        buffer_text(&printed, text_slice(text, sentences.at[i].span));
    }
    buffer_char(&printed, '\0');
    ck_assert_str_eq(printed.data, sentence_cases[_i].sentences);
    buffer_free(&printed);
    arena_free(&arena);
}
END_TEST

/* Cut tokens belong to no sentence and end the one before them. */
START_TEST(test_cut_tokens) {
    struct arena arena = {0};
    struct text text = TEXT("Satu dua tiga empat");
    struct tokens tokens = tokenise(&arena, text);
    tokens.at[1].cut = 1;
    struct sentences sentences = sentences_split(&arena, text, tokens, 0, tokens.count, NULL);
    ck_assert_uint_eq(sentences.count, 2);
    ck_assert(text_equal(text_slice(text, sentences.at[0].span), TEXT("Satu")));
    ck_assert(text_equal(text_slice(text, sentences.at[1].span), TEXT("tiga empat")));
    ck_assert_uint_eq(sentences_at(sentences, 0), 0);
    ck_assert_uint_eq(sentences_at(sentences, 6), 2);
    ck_assert_uint_eq(sentences_at(sentences, 10), 1);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("tokens");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, test_tokens, 0, sizeof token_cases / sizeof *token_cases);
    tcase_add_test(cases, test_case_and_gap);
    tcase_add_test(cases, test_hash_folds);
    tcase_add_loop_test(cases, test_sentences, 0, sizeof sentence_cases / sizeof *sentence_cases);
    tcase_add_test(cases, test_cut_tokens);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
