# shellcheck shell=bash
# ./deploy.sh destroy

destroy() {
  parse_options destroy "$@"
  watch_over_run
  step 'Checking what is needed'
  check_all
  end_of_checks
  load_record
  if [[ -n $release ]]; then
    refuse_if_protected
    confirm_destruction
    step "Destroying $environment in $project"
    init_terraform
    set_variables
    if has_plan -destroy "${variables[@]}"; then apply_plan; fi
    change gcloud storage rm "$(record_url)"
  else
    say "Nothing is known to be deployed in $project"
  fi
  [[ -z $with_state ]] || remove_state
  end_step
}

refuse_if_protected() {
  [[ $(tfvar deletion_protection) == true ]] || return 0
  fail "The log of $project is protected. To lose it on purpose: ./deploy.sh cloud --project $project --set deletion_protection=false, then destroy"
}

confirm_destruction() {
  local answer=$confirmed
  say "All of Cartwright ($environment) in $project goes, for ever: the log of every event and its backups, what waits" \
    'in the subscriptions, dead letters, images, dashboards. Enabled APIs stay.'
  [[ -z $dry_run ]] || return 0
  if [[ -z $answer ]]; then
    [[ -t 0 ]] || fail "There is no terminal to ask at: add --confirm $project if you mean it"
    read -r -p "Type the project's name to destroy it: " answer
  fi
  [[ $answer == "$project" ]] || fail "'$answer' is not $project: nothing was destroyed"
}

remove_state() {
  step "Removing Terraform's state"
  [[ -z $confirmed && -z $release && -z $dry_run ]] && confirm_destruction
  change gcloud storage rm "$(bucket)" --recursive --all-versions
}
