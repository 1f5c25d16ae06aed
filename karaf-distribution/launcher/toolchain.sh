# shellcheck shell=bash
# Finds or installs what building and running take. Sourced by ./run and ./test.

may_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

# Installs packages through apt, which fails where it may not; asks nothing.
install_packages() {
  may_install || return 1
  printf 'Installing %s ...\n' "$*"
  local root=''
  [ "$(id -u)" = 0 ] || root='sudo -n'
  # shellcheck disable=SC2086 # root is two words
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" \
    >"${TMPDIR:-/tmp}/customer360-apt.$$" 2>&1 ||
    { $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -q --no-install-recommends "$@"; } >"${TMPDIR:-/tmp}/customer360-apt.$$" 2>&1
  local status=$?
  [ $status = 0 ] || tail -n 5 "${TMPDIR:-/tmp}/customer360-apt.$$" >&2
  rm -f "${TMPDIR:-/tmp}/customer360-apt.$$"
  return $status
}

is_jdk17() {
  [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q 'version "17\.'
}

find_java() {
  local home
  for home in "${JAVA_HOME:-}" \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null || echo /nowhere/bin/javac)")")")" \
    /usr/lib/jvm/*17* /opt/*17* "$HOME"/.sdkman/candidates/java/17*; do
    if [ -n "$home" ] && is_jdk17 "$home"; then
      JAVA_HOME=$home
      export JAVA_HOME
      PATH=$JAVA_HOME/bin:$PATH
      return 0
    fi
  done
  return 1
}

# Karaf 4.4 needs a Java that still has the security manager: 17, and not a later one.
need_java() {
  find_java && return 0
  install_packages openjdk-17-jdk-headless && find_java && return 0
  cat >&2 <<'TEXT'
JDK 17 is missing, and it could not be installed. One of these brings it:
  Debian 12, Ubuntu 22.04 and later:  sudo apt-get install openjdk-17-jdk-headless
  Debian 13 (has 21 and 25 only):     Temurin 17 from https://adoptium.net/installation/linux, package temurin-17-jdk
  elsewhere:                          any JDK 17, with JAVA_HOME naming it
TEXT
  return 1
}

find_browser() {
  command -v chromium || command -v chromium-browser || command -v google-chrome-stable
}

# What the tests of the pages take. Ubuntu's own chromium is a snap, which many machines cannot run.
need_browser() {
  find_browser >/dev/null && return 0
  install_packages chromium fonts-dejavu-core && find_browser >/dev/null && return 0
  cat >&2 <<'TEXT'
Chromium is missing, and it could not be installed. One of these brings it:
  Debian:  sudo apt-get install chromium fonts-dejavu-core
  Ubuntu:  sudo snap install chromium, or Google Chrome's own package
TEXT
  return 1
}

# Node.js 20 or later, which drives the browser; empty where there is none, and Maven fetches one then.
find_node() {
  local major
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  [ "${major:-0}" -lt 20 ] || command -v node
}

need_maven() {
  command -v mvn >/dev/null && return 0
  install_packages maven && command -v mvn >/dev/null && return 0
  echo 'Maven 3.8 or later is missing, and it could not be installed: sudo apt-get install maven' >&2
  return 1
}
