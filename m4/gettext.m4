# TK_GETTEXT
# Messages in other languages than English: gettext in the C library (glibc, musl) or apart (macOS, GNU libintl), and msgfmt,
# which makes catalogues of po/*.po. AM_GNU_GETTEXT is for packages with a Makefile in each folder. Sets INTL_LIBS, MSGFMT and,
# for those who change messages, XGETTEXT, MSGMERGE, MSGATTRIB; tk_nls says what came of it.
AC_DEFUN([TK_GETTEXT],
[AC_ARG_ENABLE([nls], [AS_HELP_STRING([--disable-nls], [messages in English only])], [], [enable_nls=yes])
INTL_LIBS=
tk_nls=no
AC_CHECK_PROG([MSGFMT], [msgfmt], [msgfmt])
AC_CHECK_PROG([XGETTEXT], [xgettext], [xgettext])
AC_CHECK_PROG([MSGMERGE], [msgmerge], [msgmerge])
AC_CHECK_PROG([MSGATTRIB], [msgattrib], [msgattrib])
AS_IF([test "x$enable_nls" != xno],
  [AC_CHECK_HEADERS([xlocale.h])
  AC_CHECK_FUNCS([newlocale strerror_l])
  AC_MSG_CHECKING([for gettext])
  tk_saved=$LIBS
  tk_intl=missing
  for INTL_LIBS in "" -lintl; do
    LIBS="$INTL_LIBS $tk_saved"
    AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <libintl.h>]], [[bind_textdomain_codeset("a", "UTF-8"); return *dngettext("a", "b", "c", 2);]])],
      [tk_intl=${INTL_LIBS:-"in the C library"}])
    test "$tk_intl" = missing || break
  done
  LIBS=$tk_saved
  AC_MSG_RESULT([$tk_intl])
  AS_IF([test -z "$MSGFMT"], [tk_nls="no: msgfmt is missing (package gettext)"],
    [test "$tk_intl" = missing], [tk_nls="no: libintl is missing"],
    [test "$ac_cv_func_newlocale$ac_cv_func_strerror_l" != yesyes], [tk_nls="no: the C library has no newlocale"],
    [tk_nls=yes
    AC_DEFINE([ENABLE_NLS], [1], [Define to 1 if messages are translated.])])])
AS_IF([test "$tk_nls" != yes], [INTL_LIBS=])
AC_SUBST([INTL_LIBS])
AM_CONDITIONAL([NLS], [test "$tk_nls" = yes])])
