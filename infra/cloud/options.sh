# shellcheck shell=bash
# The options of the cloud commands.

project='' asked_region='' asked_environment='' canary='' promote='' redeploy='' confirmed='' with_state=''
service='' severity=INFO since=1h follow=''
asked_settings=()
readonly own_variables=' project region environment image release stable_release canary_percent canary_functions rules_version '

options_of() {
  case $1 in
    cloud) echo ' --project --region --env --set --canary --promote --redeploy --yes --dry-run ' ;;
    rollback) echo ' --project --yes --dry-run ' ;;
    destroy) echo ' --project --confirm --state --dry-run ' ;;
    status) echo ' --project ' ;;
    logs) echo ' --project --service --severity --since --follow ' ;;
  esac
}

refuse() {
  say "$1: see ./deploy.sh $cloud_command --help" >&2
  exit 2
}

# parse_options COMMAND ARGUMENTS...
parse_options() {
  local name value
  cloud_command=$1
  shift
  while [[ $# -gt 0 ]]; do
    name=${1%%=*}
    case $1 in
      -h | --help)
        help_on "$cloud_command"
        exit 0
        ;;
    esac
    [[ $(options_of "$cloud_command") == *" $name "* ]] || refuse "Unknown option $1"
    case $name in
      --promote | --redeploy | --yes | --dry-run | --state | --follow)
        [[ $1 == "$name" ]] || refuse "$name takes no value"
        value=yes
        ;;
      *)
        if [[ $1 == *=* ]]; then
          value=${1#*=}
        else
          [[ $# -gt 1 ]] || refuse "$name needs a value"
          value=$2
          shift
        fi
        ;;
    esac
    shift
    set_option "$name" "$value"
  done
}

set_option() {
  case $1 in
    --project) project=$(checked "$@" '^[a-z][a-z0-9-]{4,28}[a-z0-9]$' 'the id of a project, such as my-shop') ;;
    --region) asked_region=$(checked "$@" '^[a-z]+-[a-z]+[0-9]+$' 'a region, such as europe-west1') ;;
    --env) asked_environment=$(checked "$@" '^(dev|prod)$' 'dev or prod') ;;
    --canary) canary=$(checked "$@" '^[1-9][0-9]?$' 'a percentage from 1 to 99') ;;
    --set)
      checked "$@" '^[a-z][a-z0-9_]*=' 'NAME=VALUE of a Terraform variable' >/dev/null
      [[ $own_variables != *" ${2%%=*} "* ]] || refuse "deploy.sh itself sets ${2%%=*}"
      grep -q "^variable \"${2%%=*}\"" "$terraform_dir/variables.tf" ||
        refuse "There is no setting ${2%%=*}: infra/terraform/variables.tf has them all"
      asked_settings[${#asked_settings[@]}]=$2
      ;;
    --service) service=$(checked "$@" '^[a-z][a-z-]*$' 'a service, such as cart') ;;
    --severity) severity=$(checked "$@" '^(DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL)$' 'a level, such as WARNING') ;;
    --since) since=$(checked "$@" '^[0-9]+[smhd]$' 'a duration, such as 2h') ;;
    --confirm) confirmed=$2 ;;
    --promote) promote=yes ;;
    --redeploy) redeploy=yes ;;
    --yes) yes=yes ;;
    --dry-run) dry_run=yes ;;
    --state) with_state=yes ;;
    --follow) follow=yes ;;
  esac
}

# checked NAME VALUE PATTERN WHAT
checked() {
  [[ $2 =~ $3 && $2 != *$'\n'* ]] || refuse "$1 is to be $4, not '$2'"
  printf '%s' "$2"
}
