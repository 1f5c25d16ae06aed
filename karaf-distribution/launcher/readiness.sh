# shellcheck shell=bash
# Waits until the instance of ./run serves, telling what it does meanwhile. Sourced by it.
declare -A TOLD=()

# Says what became of something, once.
tell() {
  [ "${TOLD[$1]:-}" = "$2" ] || say "  $1: $2"
  TOLD[$1]=$2
}

password() { cat "$ETC/customer360-initial-password" 2>/dev/null; }

# GET of an address, status line and body on standard output. No program but the shell is needed,
# and no password stands in a process's arguments.
get() {
  local line credentials=''
  exec 4<>"/dev/tcp/127.0.0.1/$PORT" || return 1
  [ -z "$(password)" ] || credentials="Authorization: Basic $(printf 'admin:%s' "$(password)" | base64 -w 0)"$'\r\n'
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\nAccept: application/json\r\n%s\r\n' "$1" "$PORT" "$credentials" >&4
  IFS= read -r -t 10 line <&4 || { exec 4>&-; return 1; }
  printf '%s\n' "${line%$'\r'}"
  while IFS= read -r -t 10 line <&4 && [ "${line%$'\r'}" != '' ]; do :; done
  cat <&4
  exec 4>&-
}

# The value of a field in one JSON object without nesting.
field() { sed -n "s/.*\"$2\" *: *\(\"\([^\"]*\)\"\|\([a-z0-9.]*\)\).*/\2\3/p" <<<"$1"; }

# The checks of /health/ready, an object a line.
checks() { grep -o '{[^{}]*"name"[^{}]*}' <<<"$1"; }

database_stage() { head -n 1 "$INSTANCE/database/status" 2>/dev/null; }

# Whether an address of each domain answers.
domains_answer() {
  local path answer
  for path in '/customers/1/timeline?per_page=1' /customers/1/consents /customers/1/profile '/customers/search?q=ab'; do
    answer=$({ get "$path"; } 2>/dev/null)
    case $(head -n 1 <<<"$answer") in
      *' 200'* | *' 401'* | *' 403'*) ;;
      # No such customer, which only the domain itself can know.
      *' 404'*) grep -q 'unknown_customer' <<<"$answer" || return 1 ;;
      *) return 1 ;;
    esac
  done
}

await_ready() {
  local began=$SECONDS answer status check
  while :; do
    if ! kill -0 "$SERVER_PID" 2>/dev/null; then
      SERVER_PID=''
      tail -n 20 "$WORK/console.log" >&2
      echo "run: the server ended while it was starting; see $INSTANCE/data/log/karaf.log" >&2
      return 1
    fi
    if [ "$MODE" = embedded ]; then
      case $(database_stage) in
        failed)
          echo "run: the embedded database failed:" >&2
          tail -n +2 "$INSTANCE/database/status" >&2
          return 1
          ;;
        working | ready) tell 'embedded database' "$(sed -n 2p "$INSTANCE/database/status")" ;;
      esac
    fi
    answer=$({ get /health/ready; } 2>/dev/null)
    status=$(head -n 1 <<<"$answer")
    case $status in
      *' 200 '* | *' 200') break ;;
      # Somebody changed the password since: it answers, and that is all that can be seen from here.
      *' 401'*) [ -e "$ETC/customer360-initial-password" ] && [ -e "$INSTANCE/was.ready" ] && break ;;
      *' 503'*)
        while IFS= read -r check; do
          case $(field "$check" name):$(field "$check" up) in
            # The database of our own has told its part already.
            *:true | embedded-database:*) ;;
            *) tell "$(field "$check" name)" "$(field "$check" detail)" ;;
          esac
        done < <(checks "$answer")
        ;;
    esac
    [ $((SECONDS - began)) -lt 15 ] || [ -n "${TOLD[*]}" ] || tell server "still starting"
    sleep 0.3
  done
  # Ready is when every domain answers, and not only the checks. Resources that join one after the
  # other make all addresses answer 404 for a moment: a few good answers in a row show an end of it.
  local good=0
  while [ $good -lt 4 ]; do
    kill -0 "$SERVER_PID" 2>/dev/null || return 1
    if domains_answer; then good=$((good + 1)); else good=0; fi
    sleep 0.2
  done
  rm -f "$INSTANCE/starting"
  : >"$INSTANCE/was.ready"
}

announce() {
  local base=http://127.0.0.1:$PORT user
  echo "$base" >"$WORK/address"
  user="admin:$(password)"
  cat <<TEXT

Customer 360 is ready after $1 s. Open it in a browser:
  pages     $base/customers
  user      admin
  password  $(password)
  API       $base/api/customer360/docs

Try:
  curl -u $user '$base/customers/1/timeline?per_page=3'
  curl -u $user '$base/customers/1/timeline?type=invoice&type=payment'
  curl -u $user '$base/api/customer360/1/activity?period=year'
  curl -u $user '$base/customers/search?q=beaulieu'
  curl -u $user '$base/customers/1/profile'
  curl -u $user '$base/customers/1/consents'

Ctrl-C stops everything.
TEXT
  case $(said host) in
    'no table'*) printf '\nNote: %s.\n' "$(said host)" ;;
  esac
}

# What a check of /health/ready says now; nothing while it is not known.
said() {
  local check
  while IFS= read -r check; do
    [ "$(field "$check" name)" != "$1" ] || field "$check" detail
  done < <(checks "$({ get /health/ready; } 2>/dev/null)")
}

# The back-fill goes on while everything answers; tells how far it is until it is done.
follow_backfill() {
  (
    while kill -0 "$SERVER_PID" 2>/dev/null; do
      detail=$(said backfill)
      case $detail in
        '' | 'not known'*) ;;
        *) tell back-fill "$detail" ;;
      esac
      case $detail in 'done'* | 'nothing'* | 'failed'*) break ;; esac
      sleep 2
    done
  ) &
}
