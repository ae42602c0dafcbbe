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

output "dashboard_url" {
  description = "The dashboard of the whole system."
  value       = "https://console.cloud.google.com/monitoring/dashboards/builder/${element(split("/", google_monitoring_dashboard.shop.id), 3)}?project=${var.project}"
}
