# shellcheck shell=bash
# Which release stands where. These functions change the record's variables and nothing in the cloud.

# A state is folded under a version of the rules, and an instance with older rules answers 503 for what newer ones have
# touched. So the version grows whenever the rules are others than those of the newest release, a rollback included.
use_rules() {
  local before=$rules_version
  [[ $1 != "$rules" ]] || return 0
  rules=$1
  rules_version=$(date +%s)
  [[ $rules_version -gt ${before:-0} ]] || rules_version=$((before + 1))
}

new_release() {
  local number
  number=$(date +%s)
  [[ -z $release || $number -gt ${release#r} ]] || number=$((${release#r} + 1))
  release=r$number
}

is_canary_under_way() {
  [[ -n $release && $canary_percent -gt 0 && $canary_percent -lt 100 ]]
}

# Where it has not, no share of the traffic mends the services: they are told to run it.
is_canary_that_came_up() {
  is_canary_under_way && [[ $status == done ]]
}

# The next release stands beside one that is known to work: not beside one that never came up.
keep_previous() {
  [[ $canary_percent == 100 && $status == done ]] || return 0
  previous_release=$release previous_image=$image previous_rules=$rules previous_rules_version=$rules_version
}

# deploy_release IMAGE RULES CONFIGURATION PERCENT (empty: no canary)
deploy_release() {
  local percent=$4
  # What shapes a service makes a new release, too: Cloud Run refuses an old name for something else.
  if [[ $image == "$1" && $configuration == "$3" && -z $redeploy ]]; then
    continue_release "$percent"
    return
  fi
  keep_previous
  [[ -z $percent || -n $previous_release ]] || refuse_lone_canary
  use_rules "$2"
  new_release
  image=$1 configuration=$3 canary_percent=${percent:-100} canary_functions=true
  # Functions whose rules differ would answer each other's subjects with 503, so they all change over at once.
  [[ $canary_percent -eq 100 || $rules_version == "$previous_rules_version" ]] || canary_functions=false
}

# The same release again: it keeps its traffic where nothing else is asked for.
continue_release() {
  renew_if_failed
  if [[ $canary_percent -lt 100 ]]; then
    canary_percent=${1:-100}
  elif [[ -n $1 ]]; then
    say "Nothing to try: $release is what these sources make, and it has all traffic"
  fi
}

renew_if_failed() {
  [[ $status == applying ]] && has_failed || return 0
  say "$release has not come up: what it was to be gets a new name"
  new_release
}

refuse_lone_canary() {
  fail 'There is no release yet that a canary could stand beside: leave --canary out'
}

refuse_over_canary() {
  is_canary_under_way && [[ -z $1 ]] || return 0
  fail "The canary $release has $canary_percent % of the traffic: --promote it, take it back with ./deploy.sh rollback --project $project, or give it a share with --canary PERCENT"
}

# promote_release CONFIGURATION
promote_release() {
  [[ $canary_percent -gt 0 ]] || fail "$release was rolled back: deploy it with ./deploy.sh cloud, without --promote"
  # One that was cut off goes on.
  [[ $status == done || $canary_percent -eq 100 ]] ||
    fail "Whether $release works is not known, since its deployment has not ended well: run it again, or ./deploy.sh rollback --project $project"
  require_configuration "$1"
  canary_percent=100
}

require_configuration() {
  [[ $configuration == "$1" ]] ||
    fail "infra/terraform or the settings have changed since $release: deploy them as a release of their own, or go back to what it had"
}

# rollback_release CONFIGURATION
rollback_release() {
  if [[ $canary_percent -eq 0 ]]; then
    say "$previous_release has all the traffic already"
  elif is_canary_that_came_up && [[ $rules_version == "$previous_rules_version" && $configuration == "$1" ]]; then
    canary_percent=0
  elif [[ -z $previous_release ]]; then
    fail "No release before $release is known: deploy older sources with ./deploy.sh cloud"
  elif ! is_canary_under_way && [[ $image == "$previous_image" ]]; then
    say "$release runs the image of $previous_release already"
    renew_if_failed
  else
    say "The image of $previous_release comes back as a new release"
    use_rules "$previous_rules"
    new_release
    image=$previous_image configuration=$1 canary_percent=100 canary_functions=true
  fi
}
