# TK_FONTS
# Finds the eight font files of fonts/manifest.tsv and writes fonts.list (file, TAB, where it was found), from which
# make fills data/fonts. A tarball carries them in its own fonts/. Sets fontdir, for the summary.
AC_DEFUN([TK_FONTS],
[AC_ARG_WITH([fontdir],
  [AS_HELP_STRING([--with-fontdir=DIR], [where the fonts PT Serif and PT Sans are (searched for by default)])],
  [], [with_fontdir=])
AC_MSG_CHECKING([for PT Serif and PT Sans])
AS_CASE([$with_fontdir], [yes|no], [AC_MSG_ERROR([--with-fontdir needs a folder])])
tk_status=0
AS_IF([test -n "$with_fontdir"],
  [sh "$srcdir/fonts/find.sh" "$srcdir/fonts/manifest.tsv" "$with_fontdir" >fonts.list 2>fonts.err || tk_status=$?],
  [sh "$srcdir/fonts/find.sh" "$srcdir/fonts/manifest.tsv" >fonts.list 2>fonts.err || tk_status=$?])
tk_lacking=`cat fonts.err`
rm -f fonts.err
AS_IF([test $tk_status -eq 0],
  [fontdir=`sed -n '1s,^@<:@^	@:>@*	\(.*\)/@<:@^/@:>@*$,\1,p' fonts.list`
  AC_MSG_RESULT([$fontdir])],
  [AC_MSG_RESULT([no])
  rm -f fonts.list
  TK_MISSING([the fonts PT Serif and PT Sans: $tk_lacking
    or --with-fontdir=DIR with a folder that has them], [fonts-paratype],
    [paratype-pt-serif-fonts paratype-pt-sans-fonts], [--cask font-pt-serif font-pt-sans])])])
