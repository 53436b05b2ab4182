# TK_MAIL
# The libraries that mailing takes, as one group: with all of them `taklimat mail` is built, without one of them, or with
# --without-mail, everything else. Sets MAIL_CFLAGS, MAIL_LIBS and tk_mail (for the summary); defines HAVE_MAIL.
AC_DEFUN([TK_MAIL],
[AC_ARG_WITH([mail],
  [AS_HELP_STRING([--without-mail], [do without mailing (built where GMime, libcurl, SQLite and libidn2 are found)])],
  [], [with_mail=yes])
tk_mail="no: --without-mail"
MAIL_HAVE=no
AS_IF([test "x$with_mail" != xno],
  [PKG_CHECK_MODULES([MAIL], [gmime-3.0 >= 3.2 libcurl >= 7.68 sqlite3 >= 3.24 libidn2 >= 2.0],
    [MAIL_HAVE=yes
    tk_mail=
    for tk_module in gmime-3.0 libcurl sqlite3 libidn2; do
      tk_mail="${tk_mail:+$tk_mail, }$tk_module `$PKG_CONFIG --modversion $tk_module`"
    done],
    [tk_lacking=
    for tk_module in "gmime-3.0 >= 3.2" "libcurl >= 7.68" "sqlite3 >= 3.24" "libidn2 >= 2.0"; do
      $PKG_CONFIG --exists "$tk_module" || tk_lacking="${tk_lacking:+$tk_lacking, }$tk_module"
    done
    tk_mail="no: without $tk_lacking"])])
AS_IF([test $MAIL_HAVE = yes],
  [MAIL_CFLAGS=`echo " $MAIL_CFLAGS" | sed 's/ -I */ -isystem /g'`
  AC_DEFINE([HAVE_MAIL], [1], [Define to 1 if taklimat mail is built.])],
  [MAIL_CFLAGS= MAIL_LIBS=])
AM_CONDITIONAL([MAIL], [test $MAIL_HAVE = yes])])
