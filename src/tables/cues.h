/* Advisory cues and addressees: by which words officials direct the conduct of others,
 * about what, and whose.
 *
 * Before: advisory_cues.tsv, addressees.tsv. After: the recogniser of advisories. */
#ifndef TAKLIMAT_TABLES_CUES_H
#define TAKLIMAT_TABLES_CUES_H

#include "base/arena.h"
#include "base/error.h"
#include "tables/lexicon.h"

/* What an advisory does; the column `type`. */
enum advisory_type {
    ADVISORY_LARANGAN,
    ADVISORY_IMBAUAN,
    ADVISORY_KEWAJIBAN,
    ADVISORY_SANKSI,
    ADVISORY_PELAPORAN,
    ADVISORY_TYPES
};

const char *advisory_type_name(enum advisory_type type); /* "larangan", ...; "" if it is none */
enum advisory_type advisory_type_of(struct text name);   /* ADVISORY_TYPES if it is none */

/* What a cue does in its sentence; the column `role`. */
enum cue_role {
    CUE_ASK,     /* the speaker asks, in the active voice: mengimbau, meminta; it needs somebody or
                    something asked */
    CUE_ORDER,   /* the same as an order, which needs nothing after it: memerintahkan,
                    merekomendasikan */
    CUE_REMIND,  /* the same, outranked by "harus" or "wajib" later in the sentence: mengingatkan */
    CUE_ASKED,   /* in the passive, its subject is the addressee: diminta, diwajibkan */
    CUE_HOPED,   /* likewise but often said of things: diharapkan */
    CUE_MUST,    /* harus, wajib; tidak boleh, dilarang */
    CUE_DUTY,    /* nouns of duty: kewajiban, paling lambat */
    CUE_ABSTAIN, /* what neutral officials do not do: tidak memihak */
    CUE_DONT,    /* jangan */
    CUE_DO,      /* mari, jangan lupa */
    CUE_BEGIN,   /* an imperative that counts only where a sentence begins: hindari */
    CUE_OUGHT,   /* sebaiknya */
    CUE_NEED,    /* perlu, pentingnya: directs somebody only where somebody is named */
    CUE_WISH,    /* berharap */
    CUE_HOPE,    /* harapannya, semoga */
    CUE_SANCTION, /* sanksi, dipecat */
    CUE_OFFENCE,  /* jika terbukti, yang melanggar: makes a sanction one for offenders in general */
    CUE_IF,       /* jika: the consequence that follows is one for whoever does it */
    CUE_OFFENDER, /* siapa pun, pelanggaran: likewise */
    CUE_CONSEQUENCE, /* dipanggil, dijerat, ditunda: a sanction only for an offender */
    CUE_PAST,        /* telah: it has happened to somebody */
    CUE_FUTURE,      /* akan: it will happen */
    CUE_ALLOW,       /* dapat, dipersilakan: people may */
    CUE_TELL,        /* laporkan: an imperative where a clause begins */
    CUE_REPORT,      /* melapor, posko pengaduan: what people are asked to do */
    CUE_RECEIVE,     /* menindaklanjuti laporan: an office asks for reports by saying so */
    CUE_PLEDGE,      /* ikrar */
    CUE_LIST,  /* yakni, sebagai berikut: a list follows; with a type, what its items are, wherever
                  in the sentence: hal yang dilarang */
    CUE_CLOSE, /* demikian: a list has ended */
    CUE_AVOID, /* menghindari, menolak: opens an item of a pledge that promises not to do something
                */
    CUE_SO,    /* agar, supaya: what is asked follows, even a sentence after the asking */
    CUE_THAT,  /* bahwa: what is told follows */
    CUE_SAY,   /* menyampaikan, imbauan: "agar" right behind it tells what is asked */
    CUE_LINK,  /* untuk, tetap: what is asked may follow; of type larangan: tidak */
    CUE_FURTHER, /* selain itu: opens a sentence that adds to the one before */
    CUE_OUTCOME, /* what one hopes of things, not of people: bermanfaat */
    CUE_TOWARD,  /* kepada, bagi: those addressed follow */
    CUE_SELF,    /* kami, saya */
    CUE_MORE,    /* tidak hanya: what follows is more, no ban */
    CUE_BELIEF,  /* yakin, percaya: what follows is what the speaker takes for a fact */
    CUE_CAUSE,   /* membuat, memaksa: what people must do then is told, not asked */
    CUE_MUSED,   /* bagaimana, sering: what follows is a question, a thought or a habit, no order */
    CUE_AIM,     /* bertujuan: what follows is what a programme is for, asked of nobody */
    CUE_SUSPECT, /* tersangka, korban: somebody in particular, to whom things happen */
    CUE_OUTSIDER, /* opens the description of a speaker who holds no office: pengamat, warga */
    CUE_COMPANY,  /* in the description of a speaker: directs customers at most */
    CUE_HEAD,     /* ketua, sekjen: an authority only where the body is one */
    CUE_SOCIETY,  /* a party or society: its name makes nobody an authority */
    CUE_GUARD,    /* takes away the cues within it: meminta maaf */
    CUE_ROLES
};

/* What a form of addressees.tsv is; the column `kind`. */
enum addressee_kind {
    ADDRESSEE_GROUP,  /* the name of a group: ASN */
    ADDRESSEE_PEOPLE, /* people, of no group: mereka */
    ADDRESSEE_BEFORE, /* stands before the name of a group: seluruh */
    ADDRESSEE_COUNT,  /* likewise, of things too: dua */
    ADDRESSEE_WILL,   /* what of a group is asked for: kesadaran warga */
    ADDRESSEE_NONE,   /* only begins like a group's name: sekolah rakyat */
    ADDRESSEE_KINDS
};

/* A row of advisory_cues.tsv. */
struct cue {
    enum cue_role role;
    enum advisory_type type; /* ADVISORY_TYPES if the role alone counts */
};

struct cues; /* opaque, in an arena */

/* Loads the three tables from `folder` into `arena` and adds their forms to `lexicon` (LEXEME_CUE,
 * LEXEME_ADDRESSEE; a hit's row is the row below). NULL and EXIT_CONFIG on failure.
 */
const struct cues *cues_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                             struct error *error);

/* The row of a LEXEME_CUE hit. */
const struct cue *cues_get(const struct cues *cues, uint32_t row);

/* The group that a LEXEME_ADDRESSEE hit names; empty where it is of another kind. */
struct text cues_addressee(const struct cues *cues, uint32_t row);

/* True if the group of a LEXEME_ADDRESSEE hit is the state or a part of it: Pemerintah, DPRD. */
bool cues_is_state(const struct cues *cues, uint32_t row);

/* What a LEXEME_ADDRESSEE hit is. */
enum addressee_kind cues_addressee_kind(const struct cues *cues, uint32_t row);

#endif
