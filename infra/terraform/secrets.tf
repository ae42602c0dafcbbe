locals {
  # Which secret is which variable of a service's environment.
  secrets_of_all = {
    REDIS_URL                       = "redis-url"
    CARTWRIGHT_CACHE_CA_CERTIFICATE = "redis-ca"
  }
  secrets_of_front_door = {
    CARTWRIGHT_GUESTS_KEY = "guests-key"
  }
  secrets_of_operations = {
    for name in keys(var.alert_webhooks) : "CARTWRIGHT_ALERTS_RECEIVERS_${upper(name)}_SECRET" => "alerts-key-${name}"
  }

  secrets = {
    for service in keys(local.services) : service =>
    merge(
      local.secrets_of_all,
      service == local.front_door ? local.secrets_of_front_door : {},
      service == local.operations ? local.secrets_of_operations : {},
    )
  }
}

# The places of all secrets. redis-url: where the cache is, with its password. redis-ca: who signed the certificate of
# Redis, which no JVM knows of itself. guests-key signs guests' identities; Terraform makes only its place, and
# deploy.sh draws the key and adds it as the first version, so that it stands in no state and in no plan. The first key
# signs, all verify, and an instance knows those of its start. So a rotation is: a version OLD,NEW, then deploy.sh cloud
# --redeploy, until all instances verify NEW; then a version NEW,OLD, and --redeploy again. alerts-key-NAME signs what
# the receiver NAME is told and is drawn likewise; with OLD,NEW both sign, until the receiver knows NEW.
resource "google_secret_manager_secret" "secret" {
  for_each = toset(concat(["guests-key", "redis-ca", "redis-url"], values(local.secrets_of_operations)))

  secret_id = "cartwright-${each.key}"

  replication {
    auto {}
  }

  depends_on = [google_project_service.api]
}

# Follows Redis: a new instance has a new address and password. The old version stays: without it no service could start
# until the new one is there, or is known everywhere as the latest.
resource "google_secret_manager_secret_version" "redis_url" {
  secret          = google_secret_manager_secret.secret["redis-url"].id
  deletion_policy = "ABANDON"
  secret_data     = "rediss://:${google_redis_instance.cache.auth_string}@${google_redis_instance.cache.host}:${google_redis_instance.cache.port}"
}

# All authorities that Redis tells: while one is replaced, there are two. Versions stay, as above.
resource "google_secret_manager_secret_version" "redis_ca" {
  secret          = google_secret_manager_secret.secret["redis-ca"].id
  deletion_policy = "ABANDON"
  secret_data     = join("\n", google_redis_instance.cache.server_ca_certs[*].cert)
}
