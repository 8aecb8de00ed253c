#!/bin/sh
# The browser tests need Chromium. Debian's package is installed when there is none and we may;
# otherwise say the one command that does it, and stop.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
command="apt-get update -q && apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests"
  sh -c "$command" >/dev/null
else
  echo "The browser tests need Chromium. Install it with:" >&2
  echo "  sudo sh -c '$command'" >&2
  exit 1
fi
