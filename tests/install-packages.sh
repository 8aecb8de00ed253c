#!/bin/sh
# The tests need Chromium, PostgreSQL's server for those of the database, and nginx for the settings
# of the proxy. Debian's packages are installed when they are not there and we may. Otherwise say the
# one command that does it; without Chromium stop, without the others their tests are left out and
# say so.
set -eu
any() {
  for name in "$@"; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}
packages=""
stop=0
before=""
if ! any chromium chromium-browser google-chrome; then
  packages="chromium fonts-dejavu-core"
  stop=1
fi
if ! any initdb /usr/lib/postgresql/*/bin/initdb; then
  packages="$packages postgresql"
  # No cluster of the system's: the tests start a server of their own.
  settings=/etc/postgresql-common
  before="mkdir -p $settings && echo create_main_cluster = false > $settings/createcluster.conf && "
fi
if ! any nginx /usr/sbin/nginx; then
  packages="$packages nginx-light"
  # It is not started: the tests only ask it to read settings.
  policy=/usr/sbin/policy-rc.d
  if [ "$(id -u)" -eq 0 ] && [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
  fi
fi
if [ -z "$packages" ]; then exit 0; fi
options="--no-install-recommends -o Dpkg::Options::=--force-confold"
install="DEBIAN_FRONTEND=noninteractive apt-get install -y -q $options"
command="${before}apt-get update -q && $install $packages"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the tests: $packages"
  sh -c "$command" >/dev/null
else
  echo "The tests need: $packages. Install with:" >&2
  echo "  sudo sh -c '$command'" >&2
  exit "$stop"
fi
