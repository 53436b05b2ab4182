# The libraries. What is missing is collected, so that a newcomer hears of everything at once.

# TK_MISSING(WHAT, DEBIAN, FEDORA, HOMEBREW)
# Notes a missing library and the packages that bring it.
AC_DEFUN([TK_MISSING],
[tk_missing="$tk_missing
  $1
    Debian, Ubuntu:  apt-get install $2
    Fedora:          dnf install $3
    Homebrew:        brew install $4"])

# TK_STOP_IF_MISSING
AC_DEFUN([TK_STOP_IF_MISSING],
[AS_IF([test -n "$tk_missing"], [AC_MSG_ERROR([these are missing:
$tk_missing

Install them and run configure again; ./quickstart does all of it by itself.])])])

# TK_LIBRARY(PREFIX, MODULE, WHAT, DEBIAN, FEDORA, HOMEBREW)
# Finds a library with pkg-config; sets PREFIX_CFLAGS, PREFIX_LIBS and PREFIX_VERSION. The headers count as the
# system's (-isystem): their warnings are not ours to mend, wherever they are installed.
AC_DEFUN([TK_LIBRARY],
[PKG_CHECK_MODULES([$1], [$2],
  [$1_CFLAGS=`echo " $$1_CFLAGS" | sed 's/ -I */ -isystem /g'`
  $1_VERSION=`$PKG_CONFIG --modversion "m4_bpatsubst([$2], [ .*])"`],
  [TK_MISSING([$3], [$4], [$5], [$6])])])

# TK_OPTIONAL(PREFIX, MODULE, NAME)
# Finds a library that we can do without, unless --without-NAME is given; sets PREFIX_CFLAGS, PREFIX_LIBS and
# PREFIX_HAVE (yes or no), and defines HAVE_NAME.
AC_DEFUN([TK_OPTIONAL],
[AC_ARG_WITH([$3], [AS_HELP_STRING([--without-$3], [do without $3 (used where it is found)])], [], [with_$3=yes])
$1_HAVE=no
AS_IF([test "x$with_$3" != xno], [PKG_CHECK_MODULES([$1], [$2], [$1_HAVE=yes], [:])])
AS_IF([test $$1_HAVE = yes],
  [$1_CFLAGS=`echo " $$1_CFLAGS" | sed 's/ -I */ -isystem /g'`
  AC_DEFINE([HAVE_]m4_toupper([$3]), [1], [Define to 1 if $3 is used.])],
  [$1_CFLAGS= $1_LIBS=])])

# TK_LIBHARU
# libharu has no .pc file before 2.4. One source file uses its internal structures, hence the check of the version.
# Sets HPDF_LIBS and HPDF_VERSION.
AC_DEFUN([TK_LIBHARU],
[tk_hpdf=yes
HPDF_LIBS=
AC_CHECK_HEADERS([hpdf.h], [], [tk_hpdf=no])
AS_IF([test $tk_hpdf = yes],
  [tk_saved=$LIBS
  AC_SEARCH_LIBS([HPDF_New], [hpdf], [AS_IF([test "x$ac_cv_search_HPDF_New" != "xnone required"],
    [HPDF_LIBS=$ac_cv_search_HPDF_New])], [tk_hpdf=no])
  LIBS=$tk_saved])
AS_IF([test $tk_hpdf = no],
  [TK_MISSING([libharu 2.3 or 2.4 (hpdf.h and libhpdf)], [libhpdf-dev], [libharu-devel], [libharu])],
  [AC_COMPUTE_INT([tk_hpdf_id], [HPDF_VERSION_ID], [[#include <hpdf.h>]], [tk_hpdf_id=0])
  HPDF_VERSION=`expr $tk_hpdf_id / 10000`.`expr $tk_hpdf_id / 100 % 100`.`expr $tk_hpdf_id % 100`
  AS_IF([test $tk_hpdf_id -lt 20300 || test $tk_hpdf_id -ge 20500],
    [AC_MSG_ERROR([libharu $HPDF_VERSION found, but src/pdf is written for the internal structures of 2.3.0 up to 2.4.x.
  Debian, Ubuntu:  libhpdf-dev
  Fedora:          libharu-devel
  Homebrew:        libharu])])])
AC_SUBST([HPDF_LIBS])])

# TK_ICONV
# iconv is in the C library (glibc, musl) or apart (macOS, GNU libiconv, whose header renames the functions).
AC_DEFUN([TK_ICONV],
[AC_MSG_CHECKING([for iconv])
tk_saved=$LIBS
tk_iconv=missing
for ICONV_LIBS in "" -liconv; do
  LIBS="$ICONV_LIBS $tk_saved"
  AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <iconv.h>]], [[return iconv_open("UTF-8", "UTF-16LE") == (iconv_t)-1;]])],
    [tk_iconv=${ICONV_LIBS:-"in the C library"}])
  test "$tk_iconv" = missing || break
done
LIBS=$tk_saved
AC_MSG_RESULT([$tk_iconv])
AS_IF([test "$tk_iconv" = missing], [TK_MISSING([iconv], [libc6-dev], [glibc-devel], [libiconv])])
AC_SUBST([ICONV_LIBS])])
