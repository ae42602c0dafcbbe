# shellcheck shell=bash
# ./deploy.sh status

status() {
  parse_options status "$@"
  check_all
  end_of_checks
  load_record
  require_release
  say "$project, $region, $environment: $(traffic_in_words)"
  [[ $status == done ]] || say "The last run has not ended well: run it again, or ./deploy.sh rollback --project $project"
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
  say '' 'What waits in each subscription (events-dead-letters: what could not be delivered):'
  curl -sS --max-time 20 -G "https://monitoring.googleapis.com/v1/projects/$project/location/global/prometheus/api/v1/query" \
    -H @- --data-urlencode 'query=sum by (subscription_id) (pubsub_googleapis_com:subscription_num_undelivered_messages)' \
    <<<"Authorization: Bearer $(gcloud auth print-access-token)" |
    tr -d ' \n' | grep -Eo '"subscription_id":"events[^"]*"\},"value":\[[^]]*\]' |
    sed 's/.*:"\(events[^"]*\)".*,"\([^"]*\)"\]/  \1  \2/' || say '  no figures yet'
  say "To send dead letters again: gcloud run jobs execute drain-dead-letters --project=$project --region=$region"
}
