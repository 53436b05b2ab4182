# TK_PROFILE
# Finds an ICC profile of the sRGB colours, which make copies to data/colour and make install installs. PDF/A asks for
# one in each document; without it the briefings are ordinary PDFs. Sets profile to its path, or to no, and the
# conditional PROFILE.
AC_DEFUN([TK_PROFILE],
[AC_ARG_WITH([profile],
  [AS_HELP_STRING([--with-profile=FILE], [ICC profile of sRGB, version 2 (searched for by default; no: no PDF/A)])],
  [], [with_profile=])
AC_MSG_CHECKING([for an ICC profile of sRGB])
profile=no
# Debian and Ubuntu: icc-profiles-free, colord-data. Fedora: colord. Ghostscript's own; macOS.
AS_CASE([$with_profile],
  [no], [],
  ["" | yes],
    [for tk_file in /usr/share/color/icc/sRGB.icc /usr/share/color/icc/colord/sRGB.icc \
      /usr/share/ghostscript/iccprofiles/srgb.icc /usr/local/share/color/icc/sRGB.icc \
      "/System/Library/ColorSync/Profiles/sRGB Profile.icc"; do
      AS_IF([test "x$profile" = xno && TK_IS_PROFILE(["$tk_file"])], [profile=$tk_file])
    done],
  [AS_IF([TK_IS_PROFILE(["$with_profile"])],
    [AS_CASE([$with_profile], [/*], [profile=$with_profile], [profile=`pwd`/$with_profile])],
    [AC_MSG_ERROR([--with-profile: $with_profile is no ICC profile of RGB colours, version 2])])])
AC_MSG_RESULT([$profile])
AS_IF([test "x$profile" = xno],
  [AC_MSG_WARN([no ICC profile of sRGB: the briefings will not be PDF/A.
  Debian, Ubuntu:  apt-get install icc-profiles-free
  Fedora:          dnf install colord
  or --with-profile=FILE])])
AC_SUBST([profile])
AM_CONDITIONAL([PROFILE], [test "x$profile" != xno])])

# TK_IS_PROFILE(FILE): a shell condition; the header says version 2, colours RGB, and that it is a profile.
m4_define([TK_IS_PROFILE],
[test -r $1 && test "`dd if=$1 bs=1 skip=8 count=1 2>/dev/null | od -An -tu1 | tr -d ' '`" = 2 &&
  test "`dd if=$1 bs=1 skip=16 count=3 2>/dev/null`" = RGB &&
  test "`dd if=$1 bs=1 skip=36 count=4 2>/dev/null`" = acsp])
