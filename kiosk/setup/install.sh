#!/bin/sh
# Makes this computer one screen of the office: docs/panduan-kios.md. Can be run again at any time, with other values too.
set -eu

usage() {
  cat <<'END'
install.sh --address http://HOST:PORT[,http://HOST:PORT] --role kiosk|display --place PLACE [--token TOKEN] [--rotate 90]
           [--agent-token TOKEN [--printer PORT] [--scanner LINE]] [--dry-run] [--root DIR]

  --address  where the office's server is reached, as it prints it: http://192.168.1.10:4100; of an office with two servers
             both, with a comma between them
  --role     kiosk or display
  --place    its number in the office's document
  --token    what "antrean pair kiosk 1" printed; pairs at the next start, by one touch
  --rotate   turns the picture: 0, 90, 180 or 270; 0 without it
  --agent-token, --printer, --scanner
             this machine's own printer and scanner: what "antrean pair agent 1" printed, and where they are plugged in,
             file:///dev/usb/lp0 and serial:///dev/serial/by-id/usb-…?baud=9600; needs Antrean, built, in /opt/antrean
  --dry-run  writes the files below DIR (a new folder without --root) and only says which commands would be run
END
}

fail() {
  echo "install.sh: $1" >&2
  exit 2
}

address='' role='' place='' token='' rotate=0 agent='' printer='' scanner='' dry=no root=''
while [ $# -gt 0 ]; do
  case $1 in
    --help) usage; exit 0 ;;
    --dry-run) dry=yes; shift; continue ;;
    --address | --role | --place | --token | --rotate | --agent-token | --printer | --scanner | --root) [ $# -ge 2 ] || fail "$1 needs a value" ;;
    *) usage >&2; fail "unknown: $1" ;;
  esac
  case $1 in
    --address) address=$2 ;;
    --role) role=$2 ;;
    --place) place=$2 ;;
    --token) token=$2 ;;
    --rotate) rotate=$2 ;;
    --agent-token) agent=$2 ;;
    --printer) printer=$2 ;;
    --scanner) scanner=$2 ;;
    --root) root=$2 ;;
  esac
  shift 2
done

# Every value is checked character by character: it is written into files that shells and browsers read.
origins=''
left=$address,
while [ -n "$left" ]; do
  one=${left%%,*}
  left=${left#*,}
  case $one in
    http://* | https://*) rest=${one#*://} ;;
    *) fail '--address begins with http:// or https://' ;;
  esac
  rest=${rest%/}
  host=${rest%%:*}
  case $rest in
    "$host") port=80 ;;
    *) port=${rest#*:} ;;
  esac
  case $host in
    '' | -* | .* | *..* | *[!A-Za-z0-9.-]*) fail "--address: no host in $one" ;;
  esac
  case $port in
    '' | 0* | ??????* | *[!0-9]*) fail "--address: no port in $one" ;;
  esac
  [ "$port" -le 65535 ] || fail "--address: no port in $one"
  origins="${origins:+$origins }${one%%://*}://$rest"
done
case $role in
  kiosk | display) ;;
  *) fail '--role is kiosk or display' ;;
esac
case $place in
  '' | -* | *[!a-z0-9-]*) fail '--place is a number or a short name of small letters' ;;
esac
[ ${#place} -le 32 ] || fail '--place is at most 32 characters'
for secret in "$token" "$agent"; do
  case $secret in
    *[!A-Za-z0-9_-]*) fail '--token, --agent-token: other characters than a token has' ;;
  esac
  [ ${#secret} -eq 0 ] || [ ${#secret} -eq 43 ] || fail '--token, --agent-token: a token has 43 characters'
done
flags=''
for device in "--printer $printer" "--scanner $scanner"; do
  case ${device#--* } in
    '') ;;
    *[!A-Za-z0-9:/._?=-]*) fail "$device: other characters than a device has" ;;
    *) flags="$flags $device" ;;
  esac
done
[ -n "$agent" ] || [ -z "$flags" ] || fail '--printer and --scanner need --agent-token'
[ -z "$agent" ] || [ -n "$flags" ] || fail '--agent-token needs --printer or --scanner'
case $rotate in
  0 | 90 | 180 | 270) ;;
  *) fail '--rotate is 0, 90, 180 or 270' ;;
esac

if [ "$dry" = yes ]; then
  [ -n "$root" ] || root=$(mktemp -d)
  echo "dry run: the files are below $root"
else
  [ -z "$root" ] || fail '--root is for --dry-run'
  [ "$(id -u)" -eq 0 ] || fail 'run it as root: sudo sh install.sh …'
  for program in cage chromium pgrep; do
    command -v "$program" >/dev/null || fail "$program is missing: apt install cage chromium procps wlr-randr"
  done
  [ -z "$agent" ] || [ -f /opt/antrean/dist/agent/main.js ] || fail 'the agent is missing: run npm run build in /opt/antrean'
fi

from=$(dirname -- "$0")
share=/usr/local/share/antrean
home=/var/lib/antrean-screen

run() {
  if [ "$dry" = yes ]; then echo "would run: $*"; else "$@"; fi
}

# put MODE FILE: writes what comes in, whole or not at all.
put() {
  mkdir -p "$root$(dirname -- "$2")"
  cat >"$root$2.new"
  chmod "$1" "$root$2.new"
  mv "$root$2.new" "$root$2"
  echo "$2"
}

fill() {
  sed -e "s|\"@ORIGINS@\"|\"$(echo "$origins" | sed 's|[ ]|", "|g')\"|g" -e "s|@SHARE@|$share|g" "$from/$1"
}

id antrean-screen >/dev/null 2>&1 ||
  run useradd --system --create-home --home-dir "$home" --shell /usr/sbin/nologin antrean-screen
for group in video render input audio; do
  run usermod --append --groups "$group" antrean-screen
done

put 644 "$share/loader.html" <"$from/loader.html"
put 755 /usr/local/lib/antrean/screen.sh <"$from/screen.sh"
for unit in antrean-screen.service antrean-screen-restart.service antrean-screen-restart.timer; do
  put 644 "/etc/systemd/system/$unit" <"$from/$unit"
done
fill policy.json | put 644 /etc/chromium/policies/managed/antrean.json
put 644 /etc/antrean/screen.conf <<END
ADDRESS='$origins'
ROLE='$role'
PLACE='$place'
ROTATE='$rotate'
END
# No second console behind the screen, no restart by three keys, no magic keys; a machine that hangs restarts by itself.
put 644 /etc/systemd/logind.conf.d/antrean.conf <<'END'
[Login]
NAutoVTs=0
ReserveVT=0
HandleSuspendKey=ignore
HandleHibernateKey=ignore
HandleLidSwitch=ignore
END
put 644 /etc/systemd/system.conf.d/antrean.conf <<'END'
[Manager]
RuntimeWatchdogSec=30s
CtrlAltDelBurstAction=none
END
put 644 /etc/sysctl.d/60-antrean.conf <<'END'
kernel.sysrq = 0
END
if [ -n "$token" ]; then
  printf %s "$token" | (umask 077 && put 600 "$home/pairing")
  run chown antrean-screen: "$home/pairing"
fi
if [ -n "$agent" ]; then
  id antrean-agent >/dev/null 2>&1 || run useradd --system --shell /usr/sbin/nologin antrean-agent
  put 644 /etc/systemd/system/antrean-agent.service <"$from/antrean-agent.service"
  printf "ANTREAN_AGENT_TOKEN='%s'\nFLAGS='--server %s%s'\n" "$agent" "$(echo "$origins" | tr ' ' ,)" "$flags" | (umask 077 && put 600 /etc/antrean/agent.conf)
fi

run systemctl mask ctrl-alt-del.target sleep.target suspend.target hibernate.target
run systemctl disable getty@tty1.service
run systemctl daemon-reload
run systemctl set-default graphical.target
run systemctl enable antrean-screen.service antrean-screen-restart.timer
run systemctl restart antrean-screen.service antrean-screen-restart.timer
if [ -n "$agent" ]; then
  run systemctl enable antrean-agent.service
  run systemctl restart antrean-agent.service
fi
echo "done: $role $place of $origins"
