# TK_SYSTEMD
# Where units of systemd go: sets systemddir, which holds system/ and user/, and the conditional SYSTEMD. By default below the
# prefix, where systemd looks for both /usr and /usr/local, on Linux; nowhere on other systems.
AC_DEFUN([TK_SYSTEMD],
[AC_ARG_WITH([systemd],
  [AS_HELP_STRING([--with-systemd=DIR], [folder of systemd's units (PREFIX/lib/systemd; no: install none)])],
  [], [with_systemd=`uname -s`])
AS_CASE([$with_systemd],
  [yes | Linux], [systemddir='${prefix}/lib/systemd'],
  [/*], [systemddir=$with_systemd],
  [systemddir=])
AC_SUBST([systemddir])
AM_CONDITIONAL([SYSTEMD], [test -n "$systemddir"])])
