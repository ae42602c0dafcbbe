# Joins Cloud Run and Redis, and nothing else: Redis has no address outside of it.
resource "google_compute_network" "shop" {
  name                    = "cartwright"
  auto_create_subnetworks = false

  depends_on = [google_project_service.api]
}

# Cloud Run takes its instances' addresses here, up to four for each while revisions change: room for 1,000 instances.
# It gives them back an hour or two after the last instance: until then a destroy stops here, to be run again.
resource "google_compute_subnetwork" "run" {
  name                     = "cartwright-run"
  network                  = google_compute_network.shop.id
  region                   = var.region
  ip_cidr_range            = "10.8.0.0/20"
  private_ip_google_access = true
}

# The addresses from which Google gives Redis its own.
resource "google_compute_global_address" "services" {
  name          = "cartwright-services"
  network       = google_compute_network.shop.id
  purpose       = "VPC_PEERING"
  address_type  = "INTERNAL"
  prefix_length = 24
}

# The peering through which Redis is reached. Google lets go of it long after Redis is gone, so that destroy leaves it
# to the network, which takes it along.
resource "google_service_networking_connection" "services" {
  network                 = google_compute_network.shop.id
  service                 = "servicenetworking.googleapis.com"
  reserved_peering_ranges = [google_compute_global_address.services.name]
  deletion_policy         = "ABANDON"
}
