# The cache of subjects: nothing in it is the only copy of anything, so any key may go when the room ends.
resource "google_redis_instance" "cache" {
  name               = "cartwright-cache"
  display_name       = "Cartwright: the cache of subjects"
  region             = var.region
  tier               = var.redis_tier
  memory_size_gb     = var.redis_memory_gb
  redis_version      = "REDIS_7_2"
  authorized_network = google_compute_network.shop.id
  connect_mode       = "PRIVATE_SERVICE_ACCESS"

  auth_enabled            = true
  transit_encryption_mode = "SERVER_AUTHENTICATION"

  redis_configs = {
    maxmemory-policy = "allkeys-lru"
  }

  depends_on = [google_service_networking_connection.services]
}
