# shellcheck shell=bash
# Whether the quotas leave room for the most instances and nodes. They can be asked for once their APIs are enabled.

readonly first_apis=(serviceusage cloudresourcemanager cloudquotas bigtableadmin run)
enabled_apis=

list_apis() {
  enabled_apis=$(ask_if_any gcloud services list --enabled --project="$project" --format='value(config.name)')
}

has_api() {
  [[ $'\n'$enabled_apis$'\n' == *$'\n'$1.googleapis.com$'\n'* ]]
}

# Enables what Terraform begins with, and then asks for what could not be asked for before.
enable_apis() {
  local each missing=()
  for each in "${first_apis[@]}"; do
    has_api "$each" || missing[${#missing[@]}]=$each.googleapis.com
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0
  change gcloud services enable "${missing[@]}" --project="$project"
  for each in "${missing[@]}"; do enabled_apis+=$'\n'$each; done
  check_quotas
  end_of_checks
}

check_quotas() {
  local zone quota
  has_api cloudquotas || return 0
  if has_api run; then
    quota=$(quota_in "$region" run quotaId=CpuAllocPerProjectRegion)
    # In thousandths, and -1 where there is no bound.
    [[ ${quota:--1} -lt 0 ]] || quota=$((quota / 1000))
    judge_quota "CPUs of Cloud Run in $region" "$quota" "$(most_cpus)"
  fi
  if has_api bigtableadmin; then
    for zone in $(tfvar bigtable_zones | tr -cs '[:lower:]' ' '); do
      quota=$(quota_in "$region-$zone" bigtableadmin 'quotaDisplayName~"SSD [Nn]odes"')
      judge_quota "nodes of Bigtable in $region-$zone" "$quota" "$(number_in bigtable_nodes max)"
    done
  fi
}

# Prints nothing where it cannot be read: quota_in PLACE API FILTER
quota_in() {
  local errors
  errors=$(mktemp)
  ask gcloud beta quotas info list --service="$2.googleapis.com" --project="$project" --filter="$3" \
    --flatten='dimensionsInfos[]' \
    --format='csv[no-heading,separator=" "](dimensionsInfos.details.value,dimensionsInfos.applicableLocations)' 2>"$errors" |
    grep -w "$1" | head -n 1 | cut -d ' ' -f 1 || true
  ! grep -q 'installation of components' "$errors" ||
    say 'The component beta is missing, which reads quotas: gcloud components install beta' >&3
  rm -f "$errors"
}

# judge_quota WHAT QUOTA NEEDED
judge_quota() {
  local page="https://console.cloud.google.com/iam-admin/quotas?project=$project"
  if [[ -z $2 ]]; then
    say "How many $1 are allowed cannot be read; $3 are needed at most: $page"
  elif [[ $2 -ge 0 && $2 -lt $3 ]]; then
    fault "$2 $1 are allowed, $environment needs up to $3: ask for more at $page, or lower the most in infra/terraform/$environment.tfvars"
  fi
}
