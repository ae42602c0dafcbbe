# shellcheck shell=bash
# What must be there before anything is done: every fault is told, each with its mend.

readonly oldest_gcloud=500 oldest_terraform=1.9
faults=() unnamed=
billing_account=

fault() {
  faults[${#faults[@]}]=$1
}

# A fault that a dry run cannot go on with.
fault_of_name() {
  unnamed=yes
  fault "$1"
}

# Fails with all faults at once; a dry run only mentions them, unless no command can be shown before they are mended.
end_of_checks() {
  local each
  [[ ${#faults[@]} -gt 0 ]] || return 0
  for each in "${faults[@]}"; do say "- $each" >&2; done
  [[ $dry_run && -z $unnamed ]] || fail "${#faults[@]} to mend first"
  faults=()
}

check_gcloud() {
  local version
  if ! command -v gcloud >/dev/null; then
    fault 'gcloud is missing: install the Google Cloud CLI, https://cloud.google.com/sdk/docs/install'
  else
    version=$(gcloud version --format='value("Google Cloud SDK")' 2>/dev/null) || version=
    [[ ${version%%.*} -ge $oldest_gcloud ]] ||
      fault "gcloud is version ${version:-unknown}, $oldest_gcloud or newer is needed: gcloud components update"
  fi
}

check_terraform() {
  local version
  if ! command -v terraform >/dev/null; then
    fault "terraform is missing: install $oldest_terraform or newer, https://developer.hashicorp.com/terraform/install"
  else
    version=$(terraform version -json 2>/dev/null | sed -n 's/.*"terraform_version": *"\([^"]*\)".*/\1/p') || version=
    is_at_least "${version:-0}" "$oldest_terraform" ||
      fault "terraform is version ${version:-unknown}, $oldest_terraform or newer is needed"
  fi
}

check_curl() {
  command -v curl >/dev/null || fault 'curl is missing: install it; it asks the deployed system how it is'
}

# is_at_least 1.11.4 1.9
is_at_least() {
  local minor=${1#*.}
  [[ ${1%%.*} -gt ${2%%.*} || (${1%%.*} -eq ${2%%.*} && ${minor%%[!0-9]*} -ge ${2#*.}) ]]
}

check_login() {
  local account
  command -v gcloud >/dev/null || return 0
  account=$(ask gcloud auth list --filter=status:ACTIVE --format='value(account)' 2>/dev/null) || account=
  if [[ -z $account ]] || ! ask gcloud auth print-access-token >/dev/null 2>&1; then
    fault 'gcloud is not logged in: gcloud auth login'
  fi
}

check_terraform_login() {
  command -v gcloud >/dev/null || return 0
  ask gcloud auth application-default print-access-token >/dev/null 2>&1 ||
    fault 'Terraform has no credentials: gcloud auth application-default login'
}

check_project() {
  local state
  [[ -n $project ]] || fault_of_name 'Which project is not known: name it, such as --project my-shop'
  { [[ -n $project ]] && command -v gcloud >/dev/null; } || return 0
  state=$(ask gcloud projects describe "$project" --format='value(lifecycleState)' 2>/dev/null) || state=
  if [[ $state != ACTIVE ]]; then
    fault "The project $project ${state:+is $state, so }cannot be used: gcloud projects create $project, or name another"
    return 1
  fi
}

check_billing() {
  local billing
  [[ -n $project ]] && command -v gcloud >/dev/null || return 0
  billing=$(ask gcloud billing projects describe "$project" \
    --format='value[separator=" "](billingEnabled,billingAccountName.basename())' 2>/dev/null) || billing=unknown
  case $billing in
    True* | true*) billing_account=${billing#* } ;;
    unknown) fault "Whether $project has billing cannot be read: gcloud services enable cloudbilling.googleapis.com --project=$project" ;;
    *) fault "$project has no billing account: gcloud billing projects link $project --billing-account=ACCOUNT" ;;
  esac
}

# For what changes something.
check_all() {
  check_gcloud
  check_terraform
  check_curl
  check_login
  check_terraform_login
  ! check_project || check_billing
}

# For who may only look.
check_to_look() {
  check_gcloud
  check_curl
  check_login
  check_project || true
}
