# shellcheck shell=bash
# Builds, unpacks, configures, starts and stops the instance of ./run. Sourced by it.
# Layout: .customer360/dist is the unpacked distribution and replaced with it; .customer360/instance
# holds etc, data and database, and stays.
DIST=$WORK/dist
INSTANCE=$WORK/instance
ETC=$INSTANCE/etc
OWN_MARK='# Written by ./run --database; a ./run without it takes this file away.'

distribution() {
  find "$ROOT/karaf-distribution/target" -maxdepth 1 -name 'customer360-*.tar.gz' 2>/dev/null | head -n 1
}

must_build() {
  local built
  built=$(distribution)
  [ -n "$built" ] || return 0
  [ -n "$(find "$ROOT/pom.xml" "$ROOT/bundles" "$ROOT/liquibase" "$ROOT/features" \
    "$ROOT/karaf-distribution" \( -name target -o -path '*/src/test' \) \
    -prune -o -type f -newer "$built" -print 2>/dev/null | head -n 1)" ]
}

build() {
  say "Building; the first time fetches libraries and takes some minutes ..."
  local log=$WORK/build.log
  (cd "$ROOT" && exec mvn -B -pl karaf-distribution -am install -DskipTests -Dspotless.check.skip=true \
    </dev/null >"$log" 2>&1) &
  BUILD_PID=$!
  tail -n +1 -f --pid=$BUILD_PID "$log" 2>/dev/null | sed -un 's/^\[INFO\] Building \(.*[^ ]\) [^ ]* *\[\(.*\)\]$/  \2  \1/p' &
  local status=0
  wait $BUILD_PID || status=$?
  BUILD_PID=''
  if [ $status != 0 ]; then
    grep -n '^\[ERROR\]' "$log" | head -n 20 >&2
    echo "The build failed; all of it is in $log" >&2
  fi
  return $status
}

sum() { cksum <"$1"; }

# Takes over the distribution's etc, but for files that somebody or the server has changed since.
refresh_etc() {
  local file name recorded
  mkdir -p "$ETC" "$INSTANCE/etc.sums"
  (cd "$DIST/etc" && find . -type f) | while read -r name; do
    file=$ETC/$name
    recorded=$(cat "$INSTANCE/etc.sums/$name" 2>/dev/null)
    if [ ! -e "$file" ] || [ "$(sum "$file")" = "$recorded" ]; then
      mkdir -p "$(dirname "$file")" "$(dirname "$INSTANCE/etc.sums/$name")"
      cp -p "$DIST/etc/$name" "$file"
      sum "$file" >"$INSTANCE/etc.sums/$name"
    fi
  done
}

unpack() {
  local archive stamp
  archive=$(distribution)
  stamp=$(sum "$archive")
  if [ "$(cat "$DIST/.stamp" 2>/dev/null)" != "$stamp" ]; then
    say "Unpacking ..."
    rm -rf "$DIST" "$DIST.part"
    mkdir -p "$DIST.part"
    tar -xzf "$archive" -C "$DIST.part" --strip-components=1 || die "cannot unpack $archive"
    echo "$stamp" >"$DIST.part/.stamp"
    mv "$DIST.part" "$DIST"
    # Karaf's cache is about the bundles of the earlier distribution.
    rm -rf "$INSTANCE/data/cache"
  fi
  [ "$(cat "$INSTANCE/etc.stamp" 2>/dev/null)" = "$stamp" ] || refresh_etc
  mkdir -p "$INSTANCE/data/tmp" "$INSTANCE/data/log" "$INSTANCE/deploy"
  echo "$stamp" >"$INSTANCE/etc.stamp"
  # A start that never came up may have left a cache that is half made.
  if [ -e "$INSTANCE/starting" ]; then rm -rf "$INSTANCE/data/cache"; fi
}

# Sets a key of a configuration file, and remembers that the change is ours.
set_key() {
  local file=$ETC/$1 key=$2 setting=$3 ours=''
  [ -e "$file" ] || : >"$file"
  [ "$(sum "$file")" != "$(cat "$INSTANCE/etc.sums/$1" 2>/dev/null)" ] || ours=yes
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    case ${line%%[ =]*} in "$key") ;; *) printf '%s\n' "$line" ;; esac
  done <"$file" >"$file.part"
  printf '%s = %s\n' "$key" "$setting" >>"$file.part"
  if cmp -s "$file" "$file.part"; then rm "$file.part"; else cat "$file.part" >"$file" && rm "$file.part"; fi
  [ -z "$ours" ] || sum "$file" >"$INSTANCE/etc.sums/$1"
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

key_of() { sed -n "s/^$2 *= *//p" "$ETC/$1" 2>/dev/null | tail -n 1; }

holds_data() { [ -n "$(find "$INSTANCE/database/data/chronotech" -name '*.frm' -print -quit 2>/dev/null)" ]; }

configure() {
  local web=org.ops4j.pax.web.cfg embedded=com.chronotech.customer360.embedded.cfg ssh
  [ -z "$PORT" ] || set_key $web org.osgi.service.http.port "$PORT"
  PORT=$(key_of $web org.osgi.service.http.port)
  ! port_taken "$PORT" || die "port $PORT is taken by another program; choose one with --port"
  ssh=$(key_of org.apache.karaf.shell.cfg sshPort)
  while port_taken "${ssh:=8101}"; do ssh=$((ssh + 1)); done
  set_key org.apache.karaf.shell.cfg sshPort "$ssh"
  set_key org.apache.karaf.shell.cfg sshHost 127.0.0.1
  set_key custom.system.properties customer360.database customer360-embedded-database
  set_key com.chronotech.customer360.backfill.cfg at.start true
  MODE=embedded
  if [ -n "$URL" ]; then
    MODE=named
    write_data_source || return 1
  elif [ -e "$ETC/org.ops4j.datasource-customer360.cfg" ]; then
    if head -n 1 "$ETC/org.ops4j.datasource-customer360.cfg" | grep -qxF "$OWN_MARK"; then
      rm -f "$ETC/org.ops4j.datasource-customer360.cfg"
    else
      MODE=named
      say "etc/org.ops4j.datasource-customer360.cfg names the database; the embedded one stays off."
    fi
  fi
  if [ "$MODE" = embedded ]; then
    set_key $embedded enabled true
    if [ -n "$IMPORT$CUSTOMERS$SHAPE" ] && holds_data; then
      die "the embedded database holds data already, so --import, --customers and --shape change nothing; add --reset to begin anew"
    fi
    [ -z "$CUSTOMERS" ] || set_key $embedded demo.customers "$CUSTOMERS"
    [ -z "$SHAPE" ] || set_key $embedded demo.shape "$SHAPE"
    # A backslash escapes in these files.
    holds_data || set_key $embedded import.file "$(printf %s "$IMPORT" | sed 's/\\/\\\\/g')"
  else
    set_key $embedded enabled false
  fi
  # The container keeps the configuration of a file that went away while it was down.
  if [ "$(cat "$INSTANCE/mode" 2>/dev/null)" != "$MODE" ]; then rm -rf "$INSTANCE/data/cache"; fi
  echo "$MODE" >"$INSTANCE/mode"
}

database_password() {
  if [ -n "$PASSWORD_FILE" ]; then
    [ -r "$PASSWORD_FILE" ] || die "cannot read $PASSWORD_FILE"
    IFS= read -r DB_PASSWORD <"$PASSWORD_FILE" || [ -n "$DB_PASSWORD" ] || die "$PASSWORD_FILE is empty"
  elif [ -n "${CUSTOMER360_DB_PASSWORD+set}" ]; then
    DB_PASSWORD=$CUSTOMER360_DB_PASSWORD
    unset CUSTOMER360_DB_PASSWORD
  elif [ -t 0 ]; then
    IFS= read -r -s -p "Password of $DBUSER: " DB_PASSWORD
    echo
  else
    die "no password: use --password-file FILE or the environment variable CUSTOMER360_DB_PASSWORD"
  fi
}

# The file an administrator would write from its sample, readable by its owner only.
write_data_source() {
  local file=$ETC/org.ops4j.datasource-customer360.cfg sample url=$URL flags escaped line
  DB_PASSWORD=''
  database_password
  sample=$DIST/etc/org.ops4j.datasource-customer360.cfg.sample
  flags=$(sed -n 's/^url *=[^?]*?//p' "$sample")
  case $url in *\?*) url="$url&$flags" ;; *) url="$url?$flags" ;; esac
  # Neither an escape nor a variable of the file's own syntax.
  escaped=$(printf %s "$DB_PASSWORD" | sed -e 's/\\/\\\\/g' -e 's/\${/$\\\\{/g')
  rm -f "$file"
  (
    umask 077
    {
      echo "$OWN_MARK"
      while IFS= read -r line; do
        case ${line%%[ =]*} in
          url) printf 'url = %s\n' "$url" ;;
          user) printf 'user = %s\n' "$DBUSER" ;;
          password) printf 'password = %s\n' "$escaped" ;;
          *) printf '%s\n' "$line" ;;
        esac
      done <"$sample"
    } >"$file"
  )
}

start_server() {
  : >"$INSTANCE/starting"
  rm -f "$INSTANCE/database/status"
  say "Starting on 127.0.0.1:$PORT; the log is $INSTANCE/data/log/karaf.log"
  local detach=''
  # A session of its own, so that Ctrl-C reaches this script alone and it decides what stops when.
  command -v setsid >/dev/null && detach=setsid
  KARAF_BASE=$INSTANCE KARAF_DATA=$INSTANCE/data KARAF_ETC=$ETC \
    KARAF_LOG=$INSTANCE/data/log \
    $detach "$DIST/bin/karaf" daemon </dev/null >"$WORK/console.log" 2>&1 &
  SERVER_PID=$!
  echo "$SERVER_PID" >"$INSTANCE/server.pid"
}

# Processes whose arguments name something of this instance.
processes_of() {
  local file pid
  for file in /proc/[0-9]*/cmdline; do
    if { tr "\0" "\n" <"$file"; } 2>/dev/null | grep -qxF -- "$1"; then
      pid=${file#/proc/}
      echo "${pid%/cmdline}"
    fi
  done
}

servers() { processes_of "-Dkaraf.base=$INSTANCE"; }
databases() { processes_of "--datadir=$INSTANCE/database/data"; }

stop_server() {
  local pid
  kill -TERM "$1" 2>/dev/null
  await_gone 60 "$1" || { say "It does not stop; ending it hard."; kill -KILL "$1" 2>/dev/null; }
  for pid in $(databases); do
    kill -TERM "$pid" 2>/dev/null
    await_gone 60 "$pid" || kill -KILL "$pid" 2>/dev/null
  done
  rm -f "$INSTANCE/server.pid"
}

await_gone() {
  local tries=$(($1 * 5))
  while kill -0 "$2" 2>/dev/null && [ "$(sed -n 's/^State:[^A-Z]*\(.\).*/\1/p' "/proc/$2/status" 2>/dev/null)" != Z ]; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || return 1
    sleep 0.2
  done
}

# A killed ./run leaves the server, a killed server leaves its database.
stop_leftovers() {
  local pid
  for pid in $(servers); do
    say "A server of an earlier start still runs (process $pid); stopping it ..."
    stop_server "$pid"
  done
  for pid in $(databases); do
    say "The database of a server that was killed still runs (process $pid); stopping it ..."
    kill -TERM "$pid" 2>/dev/null
    await_gone 60 "$pid" || kill -KILL "$pid" 2>/dev/null
  done
}
