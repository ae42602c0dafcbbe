# shellcheck shell=bash
# What each cloud command is told and does.

help_on() {
  case $1 in
    cloud)
      cat <<'HELP'
Usage: ./deploy.sh cloud --project P --region R [OPTIONS]

Builds the checkout in Cloud Build and deploys it to Google Cloud, or changes what is deployed there. It can be run
again at any time: what is done is not done twice, and where nothing has changed nothing is changed.

  --project P         the Google Cloud project; it holds one environment
  --region R          where; the first time only, it is remembered
  --env dev|prod      which sizes, of infra/terraform/ENV.tfvars; the first time only, dev if not named
  --set NAME=VALUE    a Terraform variable for this deployment and all after it; an empty VALUE forgets it
  --canary PERCENT    the new release gets so much of the traffic, the one before the rest
  --promote           the canary gets all of the traffic; nothing is built
  --redeploy          a new release, though neither sources nor settings have changed
  --yes               agree to the costs
  --dry-run           print each command, and run only those that change nothing
HELP
      ;;
    rollback)
      cat <<'HELP'
Usage: ./deploy.sh rollback --project P [--yes] [--dry-run]

Ends a canary: the release before it has all of the traffic again. Without a canary, or where the rules have changed,
the image of the release before is deployed as a new release. Infrastructure stays as the checkout has it.

  --yes               do not ask
  --dry-run           print each command, and run only those that change nothing
HELP
      ;;
    destroy)
      cat <<'HELP'
Usage: ./deploy.sh destroy --project P [OPTIONS]

Destroys all that cloud has made, the log of all events included. It wants the project's name typed in.

  --confirm P         the project's name, where nobody can type it in
  --state             remove the bucket with Terraform's state, too
  --dry-run           print each command, and run only those that change nothing
HELP
      ;;
    status)
      cat <<'HELP'
Usage: ./deploy.sh status --project P

Shows releases, health, each service with its share of the traffic, what waits in each subscription, dead letters.
HELP
      ;;
    logs)
      cat <<'HELP'
Usage: ./deploy.sh logs --project P [OPTIONS]

  --service S         of one service: front-door, cart, order, …; of all if not named
  --severity LEVEL    this and worse: DEBUG, INFO (if not named), WARNING, ERROR
  --since DURATION    how far back: 10m, 2h, 1d (1h if not named)
  --follow            go on until Ctrl-C
HELP
      ;;
  esac
}
