# shellcheck shell=bash
# Whether a release has come up. Terraform is no witness: an update that failed stands in its state as if it were done.

group_names() {
  grep -o '"[^"]*"' "$terraform_dir/groups.json" | tr -d '"'
}

# Prints True, False or Unknown, and nothing where there is no such revision: readiness_of SERVICE
readiness_of() {
  ask_if_any gcloud run revisions describe "cartwright-$1-$release" --project="$project" --region="$region" \
    --format='value(status.conditions.filter("type=Ready").extract(status).flatten())'
}

# A revision that did not come up keeps its name and never will.
has_failed() {
  local name
  for name in front-door $(group_names); do
    [[ $(readiness_of "$name") != False ]] || return 0
  done
  return 1
}

# Whom no traffic reaches need not be ready.
await_revisions() {
  local name deadline=$((SECONDS + 300))
  [[ $canary_percent -gt 0 ]] || return 0
  for name in front-door $(group_names); do await_revision "$name" "$deadline"; done
}

await_revision() {
  local state
  while true; do
    state=$(readiness_of "$1")
    [[ $state != True && -z $dry_run ]] || return 0
    [[ $state == Unknown && $SECONDS -lt $2 ]] || break
    pause 5
  done
  fail "cartwright-$1-$release has not come up: ./deploy.sh logs --project $project --service $1; mend it and deploy again with --redeploy, or ./deploy.sh rollback --project $project"
}
