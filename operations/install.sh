#!/bin/sh
# Installs the server of the office on this machine: its user, its units, its settings. Run it from the checkout that was built:
#   sudo operations/install.sh [--host 0.0.0.0] [--addresses http://antrean.local:4100] [--second /media/antrean-backup]
# With --root <folder> it writes there and runs nothing, to be looked at. Run again, it keeps the settings that are there.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
root= host=127.0.0.1 port=4100 addresses= second=
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || { echo "$1 needs a value" >&2; exit 2; }
  case $1 in
    --root) root=$2 ;;
    --host) host=$2 ;;
    --port) port=$2 ;;
    --addresses) addresses=$2 ;;
    --second) second=$2 ;;
    *) echo "unknown: $1 (--host --port --addresses --second --root)" >&2; exit 2 ;;
  esac
  shift 2
done
for value in "$host" "$port" "$addresses" "$second"; do
  case $value in *[!A-Za-z0-9.,:/_-]*) echo "not a plain value: $value" >&2; exit 2 ;; esac
done
case $root$here in
  /home/*|/root/*) echo "$here is closed to services: put the checkout into /opt/antrean" >&2; exit 1 ;;
esac
if [ -z "$root" ] && [ "$(id -u)" != 0 ]; then
  echo 'run it with sudo, or with --root <folder> to look at what it would write' >&2
  exit 1
fi
run() { if [ -z "$root" ]; then "$@"; else echo "would run: $*"; fi; }

units=$root/etc/systemd/system
settings=$root/etc/antrean
mkdir -p "$units" "$settings" "$root/etc/systemd/journald.conf.d"
for unit in antrean.service antrean-backup.service antrean-backup.timer antrean-drill.service antrean-drill.timer; do
  sed "s|/opt/antrean|$here|" "$here/operations/$unit" > "$units/$unit"
done
cp "$here/operations/antrean-journald.conf" "$root/etc/systemd/journald.conf.d/antrean.conf"
keep() { # <file> <text>: settings that are there are a person's
  [ -e "$1" ] || printf '%s\n' "$2" > "$1"
}
keep "$settings/server.conf" "HOST=$host
PORT=$port
ANTREAN_ADDRESSES=$addresses"
keep "$settings/backup.conf" "ANTREAN_BACKUP_SECOND=$second"

run useradd --system --home-dir /var/lib/antrean --shell /usr/sbin/nologin antrean 2>/dev/null || true
# A server that sleeps serves nobody.
run systemctl mask sleep.target suspend.target hibernate.target hybrid-sleep.target
run systemctl daemon-reload
run systemctl restart systemd-journald.service
run systemctl enable --now antrean.service antrean-backup.timer antrean-drill.timer
echo "installed; its words: journalctl -u antrean -e"
