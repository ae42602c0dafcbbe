# shellcheck shell=bash
# Terraform, with the record's variables.

terraform_dir=$home/infra/terraform
plan_file=.terraform/deploy.tfplan

terraform_command=(terraform -chdir="$terraform_dir")

# What shapes the services besides the image.
configuration_hash() {
  local each
  {
    (cd "$home" && hash_of_files infra/terraform/*.tf infra/terraform/*.json "infra/terraform/$environment.tfvars")
    for each in ${settings[@]+"${settings[@]}"}; do say "$each"; done
  } | sha256
}

# Sets variables to Terraform's arguments for what the record holds.
set_variables() {
  local each stable=
  [[ $canary_percent == 100 ]] || stable=$previous_release
  variables=(-var-file="$environment.tfvars" -var="project=$project" -var="region=$region"
    -var="environment=$environment" -var="image=$image" -var="release=$release" -var="stable_release=$stable"
    -var="canary_percent=$canary_percent" -var="canary_functions=$canary_functions"
    -var="rules_version=$rules_version")
  for each in ${settings[@]+"${settings[@]}"}; do variables[${#variables[@]}]=-var=$each; done
}

# What the build needs: of the whole only this is made before there is an image.
apply_foundation() {
  set_variables_of_any_release
  if has_plan -target=terraform_data.foundation "${variables[@]}"; then apply_plan; fi
}

# Where there is no release yet, these satisfy the variables' own checks and nothing else looks at them.
set_variables_of_any_release() {
  local image=${image:-$(registry)/cartwright@sha256:$(printf '%064d' 0)} release=${release:-r0000000000}
  local rules_version=${rules_version:-0} canary_percent=${canary_percent:-100} canary_functions=${canary_functions:-true}
  set_variables
}

init_terraform() {
  local bucket
  bucket=$(bucket)
  change "${terraform_command[@]}" init -input=false -reconfigure \
    -backend-config="bucket=${bucket#gs://}" -backend-config=prefix=terraform
}

# Plans with the given arguments; succeeds where there is something to apply.
has_plan() {
  local code=0
  change "${terraform_command[@]}" plan -input=false -lock-timeout=2m -detailed-exitcode -out="$plan_file" "$@" || code=$?
  case $code in
    0) [[ $dry_run ]] || { say 'Nothing to change' && return 1; } ;;
    2) ;;
    *) fail "Terraform cannot plan: its output above says why" ;;
  esac
}

apply_plan() {
  change "${terraform_command[@]}" apply -input=false -lock-timeout=2m "$plan_file"
  drop_plan
}

drop_plan() {
  [[ ! -e $terraform_dir/$plan_file ]] || rm "$terraform_dir/$plan_file"
}
