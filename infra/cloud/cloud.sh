# shellcheck shell=bash
# ./deploy.sh cloud and rollback

# Which environment this is: as it was begun, or as it is asked for the first time.
settle_environment() {
  [[ -z $environment || -z $asked_environment || $environment == "$asked_environment" ]] ||
    fault "$project holds the environment $environment already: use another project for $asked_environment"
  [[ -z $region || -z $asked_region || $region == "$asked_region" ]] ||
    fault "$project is deployed in $region already: destroy it first, or use another project for $asked_region"
  environment=${environment:-${asked_environment:-dev}}
  region=${region:-$asked_region}
  [[ -n $region ]] || fault_of_name 'Where to deploy is not known: name a region, such as --region europe-west1'
}

settle_settings() {
  local each
  for each in ${asked_settings[@]+"${asked_settings[@]}"}; do remember_setting "$each"; done
}

cloud() {
  parse_options cloud "$@"
  [[ -z $promote || -z $canary ]] || refuse '--promote and --canary are opposites'
  watch_over_run
  prepare
  [[ -z $promote ]] || require_release
  settle
  if [[ $promote ]]; then
    promote_release "$(configuration_hash)"
    confirm "$(traffic_in_words)" 'Promote it?'
  else
    refuse_over_canary "$canary"
    [[ -z $canary || -n $release ]] || refuse_lone_canary
    list_apis
    check_quotas
    end_of_checks
    confirm "$(costs)" 'Deploy?'
    lay_foundation
    step 'Building the image'
    build_image
    deploy_release "$built_image" "$(rules_hash)" "$(configuration_hash)" "$canary"
  fi
  apply_release
  tell_next_steps
}

rollback() {
  parse_options rollback "$@"
  watch_over_run
  prepare
  require_release
  settle
  rollback_release "$(configuration_hash)"
  confirm "$(traffic_in_words)" 'Roll back?'
  apply_release
}

prepare() {
  step "$checking"
  check_all
  end_of_checks
  load_record
}

require_release() {
  [[ -n $release ]] || fail "Nothing is deployed in $project yet: ./deploy.sh cloud --project $project --region REGION"
}

settle() {
  settle_environment
  settle_settings
  end_of_checks
}

costs() {
  say "Cartwright ($environment) is to stand in the project $project, region $region: Cloud Run services, a Bigtable" \
    "instance, a Redis, a Pub/Sub topic, alerts and a dashboard. While nothing happens it costs about" \
    "\$$(monthly_floor) a month (list prices, see infra/CAPACITY.md), and more with each event."
}

# Everything that an image can be built with and deployed from.
lay_foundation() {
  local name
  step 'Making the bucket of the state'
  make_bucket
  # Whatever happens from here on, it is known what was begun, and where.
  save_record "${status:-applying}"
  step 'Enabling what Terraform begins with'
  enable_apis
  step 'Laying the foundation: registry, build account, secrets'
  init_terraform
  apply_foundation
  make_key cartwright-guests-key
  for name in $(alert_receivers); do make_key "cartwright-alerts-key-$name"; done
}

make_bucket() {
  [[ -n $found_bucket ]] ||
    change gcloud storage buckets create "$(bucket)" --project="$project" --location="$region" \
      --uniform-bucket-level-access --public-access-prevention
  # Each state that Terraform ever had, and each record: against a state that was written in error.
  [[ $found_bucket == *' True' ]] || change gcloud storage buckets update "$(bucket)" --versioning
}

# Whom the webhooks of alerts go to, by their names.
alert_receivers() {
  tfvar alert_webhooks | grep -Eo '[a-z0-9]+"? *[=:] *"https:' | grep -Eo '^[a-z0-9]+' || true
}

# One signs guests' identities, one for each receiver the webhooks of alerts. They are drawn here, so that they stand in
# no state and no plan of Terraform's.
make_key() {
  local secret=$1 version
  version=$(ask_if_any gcloud secrets versions list "$secret" --project="$project" --limit=1 --format='value(name)')
  [[ -z $version ]] || return 0
  if [[ $dry_run ]]; then
    say "head -c 32 /dev/urandom | base64 | tr -d '\n' |" \
      "$(line_of gcloud secrets versions add "$secret" --data-file=- --project="$project")"
  else
    head -c 32 /dev/urandom | base64 | tr -d '\n' |
      gcloud secrets versions add "$secret" --data-file=- --project="$project"
  fi
}

apply_release() {
  step "Deploying: $(traffic_in_words)"
  init_terraform
  set_variables
  if has_plan "${variables[@]}"; then
    save_record applying
    apply_plan
  fi
  step 'Waiting until it is ready'
  await_revisions
  await_front_door
  [[ $dry_run ]] || dashboard=$(ask "${terraform_command[@]}" output -raw dashboard_url)
  save_record done
  end_step
}

traffic_in_words() {
  if [[ $canary_percent -eq 100 ]]; then
    say "$release gets all of the traffic"
  else
    printf '%s' "$release gets $canary_percent % of the traffic, $previous_release the rest"
    [[ $canary_functions == true ]] ||
      printf '%s' ', at the front door; the functions change over at once, since the rules have changed'
  fi
}

await_front_door() {
  local url deadline=$((SECONDS + 300))
  if [[ $dry_run ]]; then
    say "curl -fsS --max-time 10 \"\$($(line_of "${terraform_command[@]}" output -raw front_door_url))/q/health/ready\""
    return
  fi
  url=$(ask "${terraform_command[@]}" output -raw front_door_url)
  until curl -fsS --max-time 10 -o /dev/null "$url/q/health/ready"; do
    [[ $SECONDS -lt $deadline ]] || fail "$url is not ready: ./deploy.sh logs --project $project --service front-door"
    pause 5
  done
  say "Cartwright is ready: $url"
}

tell_next_steps() {
  [[ -z $dry_run ]] || return 0
  [[ -n $(tfvar identity_issuer) ]] ||
    say 'Nobody can sign in yet, there are guests only: cloud --set identity_issuer=URL --set identity_audience=NAME'
  [[ $(tfvar alert_emails) == *@* ]] || say "Nobody hears of alerts yet: cloud --set 'alert_emails=[\"NAME@DOMAIN\"]'"
  [[ -n $(tfvar billing_account) ]] ||
    say "No budget watches the bill yet: cloud --set billing_account=${billing_account:-ACCOUNT}, by who may make budgets there"
  say "Its dashboard: $dashboard"
  say "How it is: ./deploy.sh status --project $project; what it says: ./deploy.sh logs --project $project --follow"
  ! is_canary_under_way ||
    say "If the canary does well: ./deploy.sh cloud --project $project --promote; else: ./deploy.sh rollback --project $project"
}
