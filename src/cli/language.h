/* The reader's language, from LANGUAGE, LC_ALL, LC_MESSAGES and LANG. */
#ifndef TAKLIMAT_CLI_LANGUAGE_H
#define TAKLIMAT_CLI_LANGUAGE_H

/* Sets the translator of base/translate.h, if the environment names a locale that the system has,
 * and there is a catalogue for its language in the folder locale/ of the data folder or, without
 * that, where it was installed to. The process itself stays in the locale "C": numbers, classes of
 * characters and what libraries say do not change. */
void language_start(void);

#endif
