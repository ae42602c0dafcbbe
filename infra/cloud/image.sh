# shellcheck shell=bash
# The image, built by Cloud Build from the checkout as it is. Equal sources make an equal tag: they are built once.

# Longer than the build itself may take, since it may have to wait in a queue.
readonly build_patience=2400

registry() {
  printf '%s-docker.pkg.dev/%s/cartwright' "$region" "$project"
}

source_hash() {
  hash_of_files pom.xml mvnw .mvn rules functions infra/local infra/image infra/bench/pom.xml infra/cloud/cloudbuild.yaml
}

# Of the rules, the engine that runs them and all that compiles them: the functions hash the classes that come of it.
rules_hash() {
  hash_of_files rules/src/main rules/pom.xml pom.xml infra/cloud/cloudbuild.yaml
}

digest_of() {
  ask_if_any gcloud artifacts docker images describe "$1" --project="$project" --format='value(image_summary.digest)'
}

# Sets built_image to the image of the checkout, with its digest.
build_image() {
  local tagged digest hash
  hash=$(source_hash)
  tagged=$(registry)/cartwright:${hash:0:16}
  digest=$(digest_of "$tagged")
  if [[ -n $digest ]]; then
    say "These sources are built already: $tagged"
  elif [[ $dry_run ]]; then
    submit_build "$tagged"
    say '# DIGEST stands for the digest of what was built'
    digest=sha256:DIGEST
  else
    await_build "$tagged"
    digest=$(digest_of "$tagged")
    [[ -n $digest ]] || fail "The build has not pushed $tagged"
  fi
  built_image=$(registry)/cartwright@$digest
}

# Prints the id of the build that it has begun.
submit_build() {
  change gcloud builds submit "$home" --project="$project" --format='value(id)' \
    --config="$home/infra/cloud/cloudbuild.yaml" --ignore-file=infra/cloud/gcloudignore \
    --substitutions="_IMAGE=$1" --gcs-source-staging-dir="gs://$project-cartwright-build/sources" \
    --service-account="projects/$project/serviceAccounts/cartwright-build@$project.iam.gserviceaccount.com" --async
}

# An account that has just been made is not known everywhere for a minute or two.
submit_patiently() {
  local tries=0
  until submit_build "$1"; do
    tries=$((tries + 1))
    [[ $tries -lt 6 ]] || return 1
    say 'Again in 20 s, since the rights of a new account take a while' >&2
    pause 20
  done
}

# Waits for the build of this image, one that an earlier run has begun included.
await_build() {
  local id state begun=$SECONDS
  id=$(ask gcloud builds list --project="$project" --ongoing --filter="substitutions._IMAGE=$1" --format='value(id)' --limit=1)
  [[ -n $id ]] || id=$(submit_patiently "$1") || fail 'The build cannot be begun: the lines above say why'
  say "   https://console.cloud.google.com/cloud-build/builds/$id?project=$project"
  while [[ $((SECONDS - begun)) -lt $build_patience ]]; do
    state=$(ask gcloud builds describe "$id" --project="$project" --format='value(status)')
    case $state in
      SUCCESS) return ;;
      QUEUED | PENDING | WORKING) ;;
      *)
        build_log "$id" 60
        fail "The build ended as $state: its last lines stand above"
        ;;
    esac
    say "   $((SECONDS - begun)) s, $state: $(build_log "$id" 1)"
    pause 15
  done
  fail "The build has not ended after $((build_patience / 60)) minutes: see the page above"
}

# build_log ID LINES
build_log() {
  ask gcloud logging read "resource.type=build AND resource.labels.build_id=$1" --project="$project" --limit="$2" \
    --format='value(textPayload)' | newest_last
}

# A log is read from its end, and shown from its beginning.
newest_last() {
  awk '{ line[NR] = $0 } END { for (i = NR; i > 0; i--) print line[i] }'
}
