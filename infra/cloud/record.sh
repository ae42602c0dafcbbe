# shellcheck shell=bash
# What is deployed, remembered beside Terraform's state, so that any operator's machine knows it. One project holds
# one environment: the names of its services, subscriptions and tables leave no room for a second.

environment='' region=''
# `applying` is written before Terraform begins: a run that died is known to have begun.
status=''
# The newest release, and which share of the traffic it has; the one before has the rest.
release='' image='' rules='' rules_version='' configuration='' canary_percent='' canary_functions=''
previous_release='' previous_image='' previous_rules='' previous_rules_version=''
# Where the operator looks.
dashboard=''
# NAME=VALUE of Terraform variables that the operator has set.
settings=()

record_keys='environment region status release image rules rules_version configuration canary_percent canary_functions'
record_keys="$record_keys previous_release previous_image previous_rules previous_rules_version dashboard"
record_generation=0
found_bucket=
saved_text=

bucket() {
  printf 'gs://%s-cartwright-state' "$project"
}

# Sets found_bucket to its name and whether it keeps versions. The names of buckets are the whole world's: one of that
# name in another project is somebody else's, and neither read nor written.
find_bucket() {
  local name
  name=$(bucket)
  found_bucket=$(ask_if_any gcloud storage buckets list --project="$project" --filter="name=${name#gs://}" \
    --format='value[separator=" "](name,versioning_enabled)')
}

record_url() {
  printf '%s/release' "$(bucket)"
}

load_record() {
  local text line
  find_bucket
  [[ -n $found_bucket ]] || return 0
  record_generation=$(ask_if_any gcloud storage objects describe "$(record_url)" --format='value(generation)')
  if [[ -z $record_generation ]]; then
    record_generation=0
    return
  fi
  # A record that is written between these two is newer than its generation: to replace it will be refused.
  text=$(ask gcloud storage cat "$(record_url)")
  saved_text=$text
  while IFS= read -r line; do
    case $line in
      set:*) settings[${#settings[@]}]=${line#set:} ;;
      *=*) [[ " $record_keys " != *" ${line%%=*} "* ]] || printf -v "${line%%=*}" '%s' "${line#*=}" ;;
    esac
  done <<<"$text"
}

record_text() {
  local key each
  for key in $record_keys; do say "$key=${!key}"; done
  for each in ${settings[@]+"${settings[@]}"}; do say "set:$each"; done
}

# Refused where someone else has written the record since it was read.
save_record() {
  local text
  status=$1
  text=$(record_text)
  [[ $text != "$saved_text" ]] || return 0
  saved_text=$text
  change_with "$text" gcloud storage cp - "$(record_url)" --if-generation-match="$record_generation" ||
    fail "Somebody else deploys to $project just now: see ./deploy.sh status --project $project, then run this again"
  if [[ $dry_run ]]; then
    record_generation=GENERATION
  else
    record_generation=$(ask gcloud storage objects describe "$(record_url)" --format='value(generation)')
  fi
}

# Sets NAME=VALUE for this deployment and those after it.
remember_setting() {
  local each kept=()
  for each in ${settings[@]+"${settings[@]}"}; do
    [[ ${each%%=*} == "${1%%=*}" ]] || kept[${#kept[@]}]=$each
  done
  [[ -z ${1#*=} ]] || kept[${#kept[@]}]=$1
  settings=(${kept[@]+"${kept[@]}"})
}
