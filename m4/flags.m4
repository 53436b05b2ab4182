# Compiler and linker flags, each added only if this very compiler takes it without a word.
# Written by hand, so that no autoconf-archive is needed.

# TK_ADD_CFLAG(VARIABLE, FLAG…)
# Adds each FLAG to VARIABLE if the compiler takes it. -Werror turns clang's "unused" and "unknown" remarks into a no.
AC_DEFUN([TK_ADD_CFLAG],
[for tk_flag in $2; do
  AC_MSG_CHECKING([whether $CC takes $tk_flag])
  tk_saved=$CFLAGS
  CFLAGS="$CFLAGS -Werror $tk_flag"
  AC_COMPILE_IFELSE([AC_LANG_PROGRAM([], [])], [tk_ok=yes], [tk_ok=no])
  CFLAGS=$tk_saved
  AC_MSG_RESULT([$tk_ok])
  AS_IF([test $tk_ok = yes], [$1="$$1 $tk_flag"])
done])

# TK_TRY_LINK(FLAGS, IF-YES, IF-NO)
# Links a small program with FLAGS on both the compiler's and the linker's line.
AC_DEFUN([TK_TRY_LINK],
[AC_MSG_CHECKING([whether programs link with $1])
tk_saved_c=$CFLAGS
tk_saved_l=$LDFLAGS
CFLAGS="$CFLAGS -Werror $1"
LDFLAGS="$LDFLAGS $1"
AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <stdio.h>]], [[char line[80]; return !fgets(line, 80, stdin);]])],
  [tk_ok=yes], [tk_ok=no])
CFLAGS=$tk_saved_c
LDFLAGS=$tk_saved_l
AC_MSG_RESULT([$tk_ok])
AS_IF([test $tk_ok = yes], [$2], [$3])])

# TK_WARNINGS
# Sets WARNING_CFLAGS: the warnings that the sources are free of, as errors with --enable-werror.
AC_DEFUN([TK_WARNINGS],
[AC_ARG_ENABLE([werror],
  [AS_HELP_STRING([--enable-werror], [turn compiler warnings into errors])], [], [enable_werror=no])
WARNING_CFLAGS=
TK_ADD_CFLAG([WARNING_CFLAGS], [-Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes dnl
-Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wformat=2 -Wundef -Wvla])
AS_IF([test "x$enable_werror" = xyes], [WARNING_CFLAGS="$WARNING_CFLAGS -Werror"])
AC_SUBST([WARNING_CFLAGS])])

# TK_SANITIZERS
# Sets SANITIZER_CFLAGS, used for compiling and linking alike. A finding ends the program.
AC_DEFUN([TK_SANITIZERS],
[AC_ARG_ENABLE([sanitizers],
  [AS_HELP_STRING([--enable-sanitizers], [build with AddressSanitizer and UndefinedBehaviorSanitizer])],
  [], [enable_sanitizers=no])
SANITIZER_CFLAGS=
AS_IF([test "x$enable_sanitizers" = xyes],
  [TK_TRY_LINK([-fsanitize=address,undefined -fno-sanitize-recover=all],
    [SANITIZER_CFLAGS="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"],
    [AC_MSG_ERROR([--enable-sanitizers: $CC cannot link programs with the sanitizers.
  Debian, Ubuntu:  gcc has them; for clang: libclang-rt-14-dev (libclang-rt-dev)
  Fedora:          libasan libubsan; for clang: compiler-rt
  Homebrew:        llvm])])])
AC_SUBST([SANITIZER_CFLAGS])])

# TK_HARDENING
# Sets HARDENING_CPPFLAGS, HARDENING_CFLAGS and HARDENING_LDFLAGS, and hardening to what came of it.
# Needs TK_SANITIZERS before it: the sanitizers check what _FORTIFY_SOURCE would hide from them.
AC_DEFUN([TK_HARDENING],
[AC_REQUIRE([TK_SANITIZERS])
AC_ARG_ENABLE([hardening],
  [AS_HELP_STRING([--disable-hardening], [build without the hardening flags])], [], [enable_hardening=yes])
HARDENING_CPPFLAGS=
HARDENING_CFLAGS=
HARDENING_LDFLAGS=
AS_IF([test "x$enable_hardening" != xno],
  [TK_ADD_CFLAG([HARDENING_CFLAGS], [-fstack-protector-strong -fstack-clash-protection -fcf-protection])
  TK_TRY_LINK([-fPIE -pie],
    [HARDENING_CFLAGS="$HARDENING_CFLAGS -fPIE"
    HARDENING_LDFLAGS="$HARDENING_LDFLAGS -pie"])
  for tk_link in -Wl,-z,relro -Wl,-z,now; do
    TK_TRY_LINK([$tk_link], [HARDENING_LDFLAGS="$HARDENING_LDFLAGS $tk_link"])
  done
  # Without optimisation the C library only warns that it cannot check. -U first: some compilers define it themselves.
  AS_CASE([" $CFLAGS "],
    [*" -O0 "*], [],
    [*" -O"*],
      [AS_IF([test -z "$SANITIZER_CFLAGS"], [TK_ADD_CFLAG([HARDENING_CPPFLAGS], ["-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2"])])])])
hardening=`echo $HARDENING_CPPFLAGS $HARDENING_CFLAGS $HARDENING_LDFLAGS`
AC_SUBST([HARDENING_CPPFLAGS])
AC_SUBST([HARDENING_CFLAGS])
AC_SUBST([HARDENING_LDFLAGS])])
