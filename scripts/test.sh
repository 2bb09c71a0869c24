#!/bin/sh
# Every test: what CI runs and what a developer runs. Installs what a fresh machine lacks, leaves nothing running.
set -eu
LC_ALL=C.UTF-8
export LC_ALL
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$home"

while [ $# -gt 0 ]; do
  case $1 in
    --seeds) LIUHEN_SEEDS=$2; export LIUHEN_SEEDS; shift 2 ;;
    *) echo "usage: ./liuhen test [--seeds N]" >&2; exit 2 ;;
  esac
done

# Debian packages that tests meet as the real thing: the browser, a font with Chinese, another ffmpeg (for HEVC), disks that fail.
missing=
for pair in chromium:chromium /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc:fonts-noto-cjk xfs_io:xfsprogs ffmpeg:ffmpeg pdftotext:poppler-utils zbarimg:zbar-tools openssl:openssl curl:curl; do
  need=${pair%:*}
  if [ "${need#/}" != "$need" ]; then [ -e "$need" ] || missing="$missing ${pair#*:}"
  else command -v "$need" >/dev/null || missing="$missing ${pair#*:}"; fi
done
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing for the tests:$missing"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    apt-get -o DPkg::Lock::Timeout=600 -qq update
    # shellcheck disable=SC2086 # a list of words
    apt-get -o DPkg::Lock::Timeout=600 -qq -y --no-install-recommends install $missing >/dev/null
  else
    echo "not installed, tests that need them are skipped visibly:$missing"
  fi
fi

# Maven builds what users run, too: the launcher need not build it once more
sources=$(./liuhen sources)
rm -rf target/built server/target/lib cli/target/lib bench/target/lib
mvn -B -ntp -T 2 verify # vault, postgres and web need not wait for each other
mkdir -p target && echo "$sources" >target/built
# two files at a time: most of it is waiting
node --test --test-concurrency=2 --test-reporter=spec web/test-pages/*.test.mjs web/test-e2e/*.test.mjs
