# shellcheck shell=bash
# ./deploy.sh logs

logs() {
  local filter
  parse_options logs "$@"
  check_to_look
  end_of_checks
  filter="resource.type=(cloud_run_revision OR cloud_run_job) AND severity>=$severity"
  if [[ -n $service ]]; then
    filter="$filter AND resource.labels.service_name=cartwright-${service#cartwright-}"
  else
    filter="$filter AND (resource.labels.service_name:cartwright- OR resource.labels.job_name=drain-dead-letters)"
  fi
  if [[ $follow ]]; then follow_log "$filter"; else read_log "$filter" --freshness="$since"; fi
}

# read_log FILTER OPTIONS...
read_log() {
  local filter=$1
  shift
  gcloud logging read "$filter" --project="$project" --order=asc --limit=1000 "$@" \
    --format='value[separator="  "](receiveTimestamp,severity,resource.labels.service_name,textPayload,jsonPayload.message)'
}

# Asks again and again: gcloud's own tail needs a component and a Python library that few have.
follow_log() {
  local last page
  last=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  while true; do
    page=$(read_log "$1 AND receiveTimestamp>\"$last\"" --freshness=1h)
    if [[ -n $page ]]; then
      say "$page"
      last=$(cut -d ' ' -f 1 <<<"$page" | grep -E '^[0-9]{4}-' | LC_ALL=C sort | tail -n 1)
    fi
    pause 5
  done
}
