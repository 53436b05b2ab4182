/* What libConfuse says about a file that it cannot parse, for po/collect: cli/config.c looks it up as
 * any other format. No source includes this. */
N_("attempt to append to non-list option '%s'")
N_("bad escape sequence '%s'")
N_("duplicate option '%s' not allowed")
N_("invalid octal number '%s'")
N_("missing equal sign after option '%s'")
N_("no such option '%s'")
N_("premature end of file")
N_("unexpected closing brace")
N_("unexpected token '%s'")
N_("unterminated string constant")
