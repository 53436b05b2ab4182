# What the tests of mailing share, besides tests/command/common.sh: servers on this machine. Skipped without python3.
. "$top_srcdir/tests/command/common.sh"
driver=$top_builddir/tests/mail/driver
grep -q 'define HAVE_MAIL 1' "$top_builddir/config.h" || { echo "skipped: built without mail"; exit 77; }
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
server=
trap 'stop_server; rm -rf "$here"' EXIT

# wait_for FILE: until it is there and not empty, ten seconds at most
wait_for() {
    tries=0
    while [ ! -s "$1" ] && [ $tries -lt 200 ]; do
        sleep 0.05
        tries=$((tries + 1))
    done
    [ -s "$1" ] || fail "nothing came to $1"
}

# serve OPTION...: from now on tests/mail/server.py does this; its port is in $port, what it keeps from now on in log
serve() {
    : >log
    echo "$*" >mode
    [ -z "$server" ] || return 0
    rm -f port
    python3 "$top_srcdir/tests/mail/server.py" log port mode 2>server.err &
    server=$!
    wait_for port
    port=$(cat port)
}

stop_server() {
    [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null
    server=
}

# recipients: office/recipients.csv, with three who are mailed, in two languages and both forms, and one who is not
recipients() {
    cat >office/recipients.csv <<'END'
address,name,regions,language,format,active
budi@contoh.go.id,"Budi Santoso, S.H.",nasional,id,pdf,1
siti@contoh.go.id,Siti “Ayu” Ñusantara,33.12|32,en,pdf,1
teks@contoh.go.id,,nasional,id,text,1
mati@contoh.go.id,Mati,nasional,id,pdf,0
END
}

# message BYTES: message.eml, some lines and one that is longer than any server likes, for a size
message() {
    { printf 'Subject: uji\r\n\r\n.titik\r\n..\r\nsatu\r\ndua\r\ntiga\r\n' && head -c "$1" /dev/zero | tr '\0' x && printf '\r\n'; } >message.eml
}

# certificate NAME HOST: NAME.crt and NAME.key, valid for HOST; returns 1 without openssl
certificate() {
    command -v openssl >/dev/null || return 1
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=$2" -addext "subjectAltName=DNS:$2" \
        -keyout "$1.key" -out "$1.crt" 2>openssl.err || { fail "no certificate: $(cat openssl.err)"; return 1; }
}
