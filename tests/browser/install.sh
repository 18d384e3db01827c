#!/usr/bin/env bash
# The browser that the tests drive comes from Debian, not from PyPI. Where it may be installed, it
# is; where it may not, the browser tests fail and name this remedy.
set -eu
for browser in chromium chromium-browser google-chrome; do
    command -v "$browser" >/dev/null 2>&1 && exit 0
done
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if command -v apt-get >/dev/null 2>&1 && $as_root true 2>/dev/null; then
    echo "Installing chromium from Debian ..."
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null
    exit 0
fi
echo "No browser here and no right to install one: run 'apt-get install chromium' as root. The browser tests will fail." >&2
