#!/bin/sh
# Completion of bash and, where it is installed, zsh: every command and option of --help, and no value that the program refuses.
. "$top_srcdir/tests/command/common.sh"
command -v bash >/dev/null || {
    echo "no bash here"
    exit 77
}
system=$top_srcdir/system

# The expected, told from the help in another way than the completion does.
"$TAKLIMAT" --help >help
commands=$(awk '/^Commands:/ { on = 1; next } !NF { on = 0 } on { print $1 }' help)
for command in $commands; do
    "$TAKLIMAT" help "$command" | grep -o '^ \{2,6\}\(-., \)\{0,1\}--[a-z-]*' | grep -o -e '--.*' | sort >"options.$command"
done
: >a.txt
mkdir folder

cat >ask.bash <<'END'
set -u
. "$1"
ask() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _taklimat "$1" "${!#}" "${COMP_WORDS[COMP_CWORD - 1]}"
    [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\n' "${COMPREPLY[@]}"
}
while IFS= read -r line; do
    IFS=' ' read -r -a words <<<"$line"
    echo "? $line"
    ask taklimat "${words[@]//@/}"
done
END
# answers LINE: what is offered behind a command line, sorted, in one line; @ is a word that is still empty
answers() { printf '%s\n' "$1" | bash --noprofile --norc ask.bash "$system/bash/taklimat" | sed 1d | sort | tr '\n' ' ' | sed 's/ $//'; }
offers() {
    answer=$(answers "$1")
    [ "$answer" = "$2" ] || fail "'$1' is completed with '$answer', not '$2'"
}

offers @ "$(printf '%s\n' $commands help --help --version | sort | tr '\n' ' ' | sed 's/ $//')"
offers 'help @' "$(printf '%s\n' $commands | sort | tr '\n' ' ' | sed 's/ $//')"
for command in $commands; do
    offers "$command --" "$(tr '\n' ' ' <"options.$command" | sed 's/ $//')"
done
offers 'report --pa' --paper
offers 'report --paper @' 'A4 F4 Letter'
offers 'report --paper =' 'A4 F4 Letter'
offers 'report --paper = F' F4
offers 'show --color n' never
offers 'report -o @' folder
offers 'report a.' a.txt
offers 'report --review @' 'a.txt ask.bash folder help '"$(echo options.*)"
offers 'extract -o a.' a.txt
offers 'nonsense --' ''
for month in $(answers 'report -m @'); do
    echo "$month" | grep -qxE 'last|[12][0-9]{3}-(0[1-9]|1[0-2])' || fail "month $month"
done

# Values that do not come from the help: the program takes them, and has no others.
echo '{}' >none.json
for option in by zone; do
    for word in $(answers "merge --$option @"); do
        run merge --month last "--$option" "$word" none.json
        [ "$code" -eq 65 ] || fail "--$option $word: $(cat err)"
    done
done
for paper in $(answers 'render --paper @'); do
    run render --paper "$paper" -o out.pdf none.json
    [ "$code" -eq 65 ] || fail "--paper $paper: $(cat err)"
done
for word in $(answers 'show --color @'); do
    run show --color "$word" none.json
    [ "$code" -eq 65 ] || fail "--color $word: $(cat err)"
done
for word in $(answers 'render --dump @'); do
    run render --dump "$word" none.json
    [ "$code" -eq 65 ] || fail "--dump $word: $(cat err)"
done
for kind in template topics; do
    shipped=$(ls "$TAKLIMAT_DATA/${kind%s}s" | grep -v "^mail\." | sed 's/\..*//' | sort | tr '\n' ' ')
    mkdir "$kind" && cd "$kind" || exit 99
    offered=$(printf 'extract --%s @\n' "$kind" | bash --noprofile --norc ../ask.bash "$system/bash/taklimat" | sed 1d | sort | tr '\n' ' ')
    cd .. || exit 99
    [ "$offered" = "$shipped" ] || fail "--$kind is completed with '$offered', installed are '$shipped'"
done

if command -v zsh >/dev/null; then
    cat >ask.zsh <<'END'
_call_program() { shift; "$@" }
_describe() { print -rl -- ${(P)2} }
_arguments() { print -rl -- "$@" }
file=$1 words=(taklimat "${@[2,-1]}") CURRENT=$#
set --
. $file
END
    zsh -f ask.zsh "$system/zsh/_taklimat" '' | sed 's/:.*//' | sort >answer
    printf '%s\n' $commands help | sort | cmp -s - answer || fail "zsh's commands: $(cat answer)"
    for command in $commands; do
        zsh -f ask.zsh "$system/zsh/_taklimat" "$command" -- | sed -n 's/^\*\(--[a-z-]*\).*/\1/p' | sort >answer
        cmp -s "options.$command" answer || fail "zsh's options of $command: $(cat answer)"
    done
fi
finish
