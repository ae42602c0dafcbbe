# shellcheck shell=bash
# How the cloud commands run, show, ask and wait. It keeps to bash 3.2, which macOS has.

# No question of gcloud's own: its text may go nowhere, and then the run would wait for ever.
export CLOUDSDK_CORE_DISABLE_PROMPTS=1
# No call waits for ever.
export CLOUDSDK_CORE_HTTP_TIMEOUT=${CLOUDSDK_CORE_HTTP_TIMEOUT:-60}
# What Terraform writes here, its plan above all, holds the password of Redis.
umask 077

# What is shown goes here, from inside $(...) too.
exec 3>&1

dry_run=
yes=
current_step=
# Nothing has been done until it is over.
readonly checking='Checking what is needed'
step_began=0
how_to_go_on='Run the same command again: what is done is not done twice. If Terraform finds its state locked while nobody
else deploys: terraform -chdir=infra/terraform force-unlock ID'

say() {
  printf '%s\n' "$*"
}

quoted() {
  case $1 in
    '' | *[!A-Za-z0-9_./:=@%+,-]*) printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")" ;;
    *) printf '%s' "$1" ;;
  esac
}

line_of() {
  local word line=
  for word in "$@"; do line="$line $(quoted "$word")"; done
  printf '%s' "${line# }"
}

# Shows a command as it can be pasted into a shell.
show() {
  say "$(line_of "$@")" >&3
}

# Runs a command that changes something; a dry run only shows it.
change() {
  if [[ $dry_run ]]; then show "$@"; else "$@"; fi
}

# The same with a text as its input: change_with TEXT COMMAND...
change_with() {
  local text=$1
  shift
  if [[ $dry_run ]]; then
    printf "%s <<'END'\n%s\nEND\n" "$(line_of "$@")" "$text" >&3
  else
    say "$text" | "$@"
  fi
}

# Runs a command that only reads, in a dry run too.
ask() {
  [[ -z $dry_run ]] || show "$@"
  "$@"
}

# The same, and answers nothing where the thing that is asked for does not exist. Any other failure stays one.
ask_if_any() {
  local errors answer
  errors=$(mktemp)
  if answer=$(ask "$@" 2>"$errors"); then
    rm -f "$errors"
    printf '%s' "$answer"
  elif [[ $dry_run ]] || says_absent "$errors"; then
    rm -f "$errors"
  else
    cat "$errors" >&2
    rm -f "$errors"
    return 1
  fi
}

# What "is not found or you have no permission" may well be there.
says_absent() {
  grep -Eiv 'permission[s_ ]|[ :=[]403([^0-9a-z]|$)' "$1" | grep -Eiq 'not[ _]found|: 404|matched no objects'
}

# Begins a step: what is said when the run ends in the middle of it, and how long the one before it took.
step() {
  end_step
  current_step=$1
  step_began=$SECONDS
  if [[ $dry_run ]]; then say "# $1"; else say "== $1"; fi
}

end_step() {
  local took=$((SECONDS - step_began))
  [[ -z $current_step || $dry_run || $took -lt 5 ]] || say "   took $((took / 60)) min $((took % 60)) s"
  current_step=
}

explain_end() {
  local code=$?
  drop_plan
  [[ $code -eq 0 || -z $current_step || $current_step == "$checking" ]] || say "Ended during: $current_step. $how_to_go_on" >&2
}

watch_over_run() {
  trap explain_end EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

# Asks before something that costs money: confirm WHAT QUESTION
confirm() {
  local answer
  [[ -z $dry_run && -z $yes ]] || return 0
  say "$1"
  [[ -t 0 ]] || fail 'There is no terminal to ask at: add --yes if you agree'
  read -r -p "$2 [y/N] " answer
  case $answer in
    y | Y | yes) ;;
    *)
      say 'Nothing was done.'
      exit 1
      ;;
  esac
}

# Sleeps between two looks at something that takes its time; tests look more often.
pause() {
  sleep "${CARTWRIGHT_PAUSE_SECONDS:-$1}"
}

# macOS and Linux have different commands for SHA-256.
if command -v sha256sum >/dev/null; then sha256_command=(sha256sum); else sha256_command=(shasum -a 256); fi

sha256() {
  "${sha256_command[@]}" | cut -d ' ' -f 1
}

# One hash of all files below the given places of the checkout, but for tests and what a build makes.
hash_of_files() (
  cd "$home"
  find "$@" \( -name target -o -name node_modules -o -path '*/src/test' \) -prune -o -type f -print |
    LC_ALL=C sort | tr '\n' '\0' | xargs -0 "${sha256_command[@]}" | sha256
)
