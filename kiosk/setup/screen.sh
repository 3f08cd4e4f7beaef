#!/bin/sh
# The browser of one screen, as long as it lives. Started by antrean-screen.service inside cage; settings from install.sh.
set -eu
. "${ANTREAN_SCREEN_CONF:-/etc/antrean/screen.conf}"
: "${ADDRESS:?}" "${ROLE:?}" "${PLACE:?}" "${ROTATE:=0}" "${SHARE:=/usr/local/share/antrean}" "${BROWSER:=chromium}"

profile="$HOME/browser"
pairing="$HOME/pairing"
mkdir -p "$profile/Default"

# A power cut is no crash that anybody at a kiosk should be asked about.
preferences="$profile/Default/Preferences"
if [ -f "$preferences" ]; then
  sed 's/"exit_type":"[^"]*"/"exit_type":"Normal"/; s/"exited_cleanly":false/"exited_cleanly":true/' "$preferences" \
    >"$preferences.new" && mv "$preferences.new" "$preferences"
fi

# The first start pairs, at whichever server answers: somebody of the office touches the button once, and the browser keeps it.
page="/$ROLE/$PLACE"
if [ -s "$pairing" ]; then
  page="/pair#$(cat "$pairing")"
  rm -f "$pairing"
fi
pages=''
for origin in $ADDRESS; do pages="${pages:+$pages,}$origin$page"; done

if [ "$ROTATE" != 0 ] && command -v wlr-randr >/dev/null; then
  output=$(wlr-randr | awk 'NR == 1 { print $1 }')
  wlr-randr --output "$output" --transform "$ROTATE"
fi

set -- \
  --app="file://$SHARE/loader.html#$pages" \
  --kiosk --start-fullscreen --user-data-dir="$profile" --ozone-platform=wayland \
  --no-first-run --no-default-browser-check --noerrdialogs --password-store=basic \
  --disable-session-crashed-bubble --hide-crash-restore-bubble --disable-infobars \
  --disable-features=Translate,OverscrollHistoryNavigation,TouchpadOverscrollHistoryNavigation,SpareRendererForSitePerProcess \
  --overscroll-history-navigation=0 --disable-pinch \
  --disable-background-networking --disable-component-update --disable-sync --disable-breakpad
case $ROLE in
  # People touch it.
  kiosk) set -- "$@" --touch-events=enabled ;;
  # Nobody touches it: it must speak without being asked to, and go on drawing whatever lies over it.
  display) set -- "$@" --autoplay-policy=no-user-gesture-required --disable-backgrounding-occluded-windows ;;
esac

"$BROWSER" "$@" &
browser=$!

# A page that crashed leaves the browser running without a renderer; ending the browser starts everything anew. systemd
# hears from here that somebody looks.
look() {
  misses=0
  while :; do
    systemd-notify WATCHDOG=1 2>/dev/null || true
    sleep "${LOOK_SEC:-15}"
    if pgrep -u "$(id -u)" -f -- --type=renderer >/dev/null; then misses=0; else misses=$((misses + 1)); fi
    [ "$misses" -lt 3 ] || kill "$browser"
  done
}
look &
looking=$!
trap 'kill "$looking" "$browser" 2>/dev/null || true' EXIT
trap 'exit 0' TERM INT HUP
wait "$browser" || true
exit 1
