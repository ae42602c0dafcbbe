output "front_door_url" {
  description = "Where events are sent and subjects are read."
  value       = google_cloud_run_v2_service.service[local.front_door].uri
}

output "services" {
  description = "The address of each service, by its name."
  value       = { for service in google_cloud_run_v2_service.service : service.name => service.uri }
}

output "registry" {
  description = "Where images go: host/project/repository."
  value       = "${google_artifact_registry_repository.images.location}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.images.repository_id}"
}

output "build_account" {
  description = "Who builds, as gcloud builds submit --service-account wants it."
  value       = google_service_account.build.name
}

output "build_bucket" {
  description = "Where the sources of a build go: --gcs-source-staging-dir=gs://BUCKET/sources."
  value       = google_storage_bucket.build.name
}

output "guests_key_secret" {
  description = "The secret that needs its first version before the first service starts."
  value       = google_secret_manager_secret.secret["guests-key"].secret_id
}

output "dashboard_url" {
  description = "The dashboard of the whole system."
  value       = "https://console.cloud.google.com/monitoring/dashboards/builder/${element(split("/", google_monitoring_dashboard.shop.id), 3)}?project=${var.project}"
}
