locals {
  # The front door keeps no dead letters: what is wrong it refuses, and it takes no deliveries.
  tables_used = {
    for service in keys(local.services) : service =>
    service == local.front_door ? ["event-sourcing", "samples", "stamps"] : keys(local.tables)
  }
  table_rights = merge([
    for service, tables in local.tables_used : {
      for table in tables : "${service}/${table}" => { service = service, table = table }
    }
  ]...)

  secret_rights = merge([
    for service, variables in local.secrets : {
      for secret in values(variables) : "${service}/${secret}" => { service = service, secret = secret }
    }
  ]...)
}

# Who each service is: one account each, so that each has the rights that it needs itself.
resource "google_service_account" "service" {
  for_each = local.services

  account_id   = "cartwright-${each.key}"
  display_name = "Cartwright: the service ${each.key}"

  depends_on = [google_project_service.api]
}

# Every service publishes: the front door what it accepts, the functions what follows.
resource "google_pubsub_topic_iam_member" "publish" {
  for_each = local.services

  topic  = google_pubsub_topic.events.id
  role   = "roles/pubsub.publisher"
  member = google_service_account.service[each.key].member
}

# Rows of just these tables. The front door writes, too: stamps, and the published mark where it completes a history
# that it folds for a reader.
resource "google_bigtable_table_iam_member" "rows" {
  for_each = local.table_rights

  instance_name = google_bigtable_instance.log.name
  table         = google_bigtable_table.table[each.value.table].name
  role          = "roles/bigtable.user"
  member        = google_service_account.service[each.value.service].member
}

# When this deployment was made first: a name that no deployment had that was destroyed before.
resource "terraform_data" "birth" {
  input = formatdate("YYYYMMDDhhmmss", plantimestamp())

  lifecycle {
    ignore_changes = [input]
  }
}

# The Bigtable client warms its connection up with a call on the instance, which no role on a table allows, and every
# role of Google's that does allows the rows of all tables, too. The name of a role that was deleted is taken for up to
# 37 days: so each deployment has its own.
resource "google_project_iam_custom_role" "bigtable_ping" {
  role_id     = "cartwrightBigtablePing${terraform_data.birth.output}"
  title       = "Warm up connections to Bigtable"
  permissions = ["bigtable.instances.ping"]

  depends_on = [google_project_service.api]
}

# See bigtable_ping.
resource "google_bigtable_instance_iam_member" "ping" {
  for_each = local.services

  instance = google_bigtable_instance.log.name
  role     = google_project_iam_custom_role.bigtable_ping.name
  member   = google_service_account.service[each.key].member
}

# Only the secrets that are in the service's environment.
resource "google_secret_manager_secret_iam_member" "read" {
  for_each = local.secret_rights

  secret_id = google_secret_manager_secret.secret[each.value.secret].id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.service[each.value.service].member
}

# Traces are written to the project; there is nothing smaller to allow it on.
resource "google_project_iam_member" "traces" {
  for_each = local.services

  project = var.project
  role    = "roles/telemetry.tracesWriter"
  member  = google_service_account.service[each.key].member
}

# Who Pub/Sub is when it delivers: one account for each function, which may call that function only.
resource "google_service_account" "push" {
  for_each = local.groups

  account_id   = "cartwright-push-${each.key}"
  display_name = "Cartwright: deliveries to ${each.key}"

  depends_on = [google_project_service.api]
}

# See push.
resource "google_cloud_run_v2_service_iam_member" "push" {
  for_each = local.groups

  name     = google_cloud_run_v2_service.service[each.key].name
  location = var.region
  role     = "roles/run.invoker"
  member   = google_service_account.push[each.key].member
}

# Pub/Sub signs tokens in the name of the push account.
resource "google_service_account_iam_member" "push_token" {
  for_each = local.groups

  service_account_id = google_service_account.push[each.key].name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = local.pubsub_agent

  # Pub/Sub's own account is there when it has something to hold.
  depends_on = [google_pubsub_topic.events]
}

# To forward a dead letter, Pub/Sub itself publishes it …
resource "google_pubsub_topic_iam_member" "forward_dead_letters" {
  topic  = google_pubsub_topic.dead_letters.id
  role   = "roles/pubsub.publisher"
  member = local.pubsub_agent
}

# … and acknowledges it where it came from.
resource "google_pubsub_subscription_iam_member" "forward_dead_letters" {
  for_each = local.groups

  subscription = google_pubsub_subscription.function[each.key].id
  role         = "roles/pubsub.subscriber"
  member       = local.pubsub_agent
}

# Who the job is that sends dead letters again.
resource "google_service_account" "drain" {
  account_id   = "cartwright-drain"
  display_name = "Cartwright: sends dead letters again"

  depends_on = [google_project_service.api]
}

# It takes from the dead letters …
resource "google_pubsub_subscription_iam_member" "drain" {
  subscription = google_pubsub_subscription.dead_letters.id
  role         = "roles/pubsub.subscriber"
  member       = google_service_account.drain.member
}

# … and puts to the events.
resource "google_pubsub_topic_iam_member" "drain" {
  topic  = google_pubsub_topic.events.id
  role   = "roles/pubsub.publisher"
  member = google_service_account.drain.member
}

# Who builds the image; without it Cloud Build would run as an account that may do nearly everything.
resource "google_service_account" "build" {
  account_id   = "cartwright-build"
  display_name = "Cartwright: builds the image"

  depends_on = [google_project_service.api]
}

# It pushes the image …
resource "google_artifact_registry_repository_iam_member" "build" {
  repository = google_artifact_registry_repository.images.name
  location   = google_artifact_registry_repository.images.location
  role       = "roles/artifactregistry.writer"
  member     = google_service_account.build.member
}

# … of the sources here …
resource "google_storage_bucket_iam_member" "build" {
  bucket = google_storage_bucket.build.name
  role   = "roles/storage.objectViewer"
  member = google_service_account.build.member
}

# … and tells in the log what it does.
resource "google_project_iam_member" "build_logs" {
  project = var.project
  role    = "roles/logging.logWriter"
  member  = google_service_account.build.member
}
