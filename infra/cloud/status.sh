# shellcheck shell=bash
# ./deploy.sh status

status() {
  parse_options status "$@"
  check_to_look
  end_of_checks
  load_record
  require_release
  say "$project, $region, $environment: $(traffic_in_words)"
  [[ $status == done ]] || say "The last run has not ended well: run it again, or ./deploy.sh rollback --project $project"
  [[ -z $dashboard ]] || say "Its dashboard: $dashboard"
  show_front_door
  show_services
  show_subscriptions
}

show_front_door() {
  local url health
  url=$(gcloud run services describe cartwright-front-door --project="$project" --region="$region" \
    --format='value(status.url)')
  if health=$(curl -sS --max-time 10 -o /dev/null -w '%{http_code}' "$url/q/health/ready" 2>&1) && [[ $health == 200 ]]; then
    say "$url is ready"
  else
    say "$url is not ready: $health"
  fi
}

show_services() {
  say '' 'Service and revisions, with their share of the traffic:'
  gcloud run services list --project="$project" --region="$region" --filter='metadata.name~^cartwright-' \
    --format='table(metadata.name:label=SERVICE,status.traffic[].revisionName.list():label=REVISIONS,status.traffic[].percent.list():label=PERCENT,status.conditions[0].status:label=READY)'
}

# gcloud cannot ask for a metric's value; the query API of Monitoring can.
show_subscriptions() {
  local answer figures
  say '' 'What waits in each subscription (events-dead-letters: what could not be delivered):'
  if answer=$(ask_monitoring 'sum by (subscription_id) (pubsub_googleapis_com:subscription_num_undelivered_messages)'); then
    figures=$(tr -d ' \n' <<<"$answer" | grep -Eo '"subscription_id":"events[^"]*"\},"value":\[[^]]*\]' |
      sed 's/.*:"\(events[^"]*\)".*,"\([^"]*\)"\]/  \1  \2/') || figures='  no figures yet'
    say "$figures"
  else
    say '  could not be read: the line above says why'
  fi
  say "To send dead letters again: gcloud run jobs execute drain-dead-letters --project=$project --region=$region"
}

# The token comes by standard input, since every user of the machine sees a process's arguments.
ask_monitoring() {
  local token
  token=$(gcloud auth print-access-token) || return 1
  curl -fsS --max-time 20 -G "https://monitoring.googleapis.com/v1/projects/$project/location/global/prometheus/api/v1/query" \
    -H @- --data-urlencode "query=$1" <<<"Authorization: Bearer $token"
}
