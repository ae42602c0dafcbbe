# shellcheck shell=bash
# ./deploy.sh destroy

destroy() {
  parse_options destroy "$@"
  watch_over_run
  step "$checking"
  check_all
  end_of_checks
  load_record
  if [[ -z $environment ]]; then
    say "Nothing is known to be deployed in $project"
    [[ -n $with_state && -n $found_bucket ]] || return 0
  fi
  refuse_if_protected
  confirm_destruction
  init_terraform
  [[ -z $environment ]] || destroy_environment
  [[ -z $with_state ]] || remove_state
  end_step
}

# What was begun and has no release yet stands in Terraform's state, too.
destroy_environment() {
  step "Destroying $environment in $project"
  set_variables_of_any_release
  if has_plan -destroy "${variables[@]}"; then apply_plan; fi
  change gcloud storage rm "$(record_url)"
}

refuse_if_protected() {
  [[ -n $environment && $(tfvar deletion_protection) == true ]] || return 0
  fail "The log of $project is protected. To lose it on purpose: ./deploy.sh cloud --project $project --set deletion_protection=false, then destroy"
}

confirm_destruction() {
  local answer=$confirmed
  say "All of Cartwright${environment:+ ($environment)} in $project goes, for ever: the log of every event and its backups, what waits" \
    'in the subscriptions, dead letters, images, dashboards. Enabled APIs stay.'
  [[ -z $dry_run ]] || return 0
  if [[ -z $answer ]]; then
    [[ -t 0 ]] || fail "There is no terminal to ask at: add --confirm $project if you mean it"
    read -r -p "Type the project's name to destroy it: " answer
  fi
  [[ $answer == "$project" ]] || fail "'$answer' is not $project: nothing was destroyed"
}

# Where there is no state, Terraform would not list nothing, but fail.
list_state() {
  local state
  state=$(ask_if_any gcloud storage objects describe "$(bucket)/terraform/default.tfstate" --format='value(generation)')
  [[ -z $state ]] || change "${terraform_command[@]}" state list
}

# It alone knows what stands.
remove_state() {
  local left
  step "Removing Terraform's state"
  left=$(list_state)
  [[ -z $left ]] ||
    fail "Terraform knows of things in $project: ./deploy.sh cloud --project $project --region REGION, then destroy them"
  change gcloud storage rm "$(bucket)" --recursive --all-versions
}
