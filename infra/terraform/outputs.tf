output "front_door_url" {
  description = "Where events are sent and subjects are read."
  value       = google_cloud_run_v2_service.service[local.front_door].uri
}

output "dashboard_url" {
  description = "The dashboard of the whole system."
  value       = "https://console.cloud.google.com/monitoring/dashboards/builder/${element(split("/", google_monitoring_dashboard.shop.id), 3)}?project=${var.project}"
}
