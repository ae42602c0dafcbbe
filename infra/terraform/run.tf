locals {
  # Longer than a cold start and the longest wait that a sender may ask for.
  delivery_seconds = 60

  settings_of_all = {
    CARTWRIGHT_BIGTABLE_APP_PROFILE   = google_bigtable_app_profile.functions.app_profile_id
    CARTWRIGHT_BIGTABLE_CREATE_TABLES = "false"
    CARTWRIGHT_BIGTABLE_INSTANCE      = google_bigtable_instance.log.name
    CARTWRIGHT_BIGTABLE_PROJECT       = var.project
    CARTWRIGHT_BROKER_KIND            = "pubsub"
    CARTWRIGHT_BROKER_PROJECT         = var.project
    CARTWRIGHT_BROKER_TOPIC           = google_pubsub_topic.events.name
    CARTWRIGHT_RULES_VERSION          = tostring(var.rules_version)
    CARTWRIGHT_TRACES_EXPORTER        = "cloud-trace"
    JDK_JAVA_OPTIONS                  = var.quick_start ? "-XX:TieredStopAtLevel=1" : ""
  }
  settings_of_front_door = {
    CARTWRIGHT_DELIVERY_AUTH     = "closed"
    CARTWRIGHT_HTTP_CORS_ORIGINS = join(",", var.cors_origins)
    CARTWRIGHT_IDENTITY_AUDIENCE = var.identity_audience
    CARTWRIGHT_IDENTITY_ISSUER   = var.identity_issuer
  }
  settings_of_functions = {
    CARTWRIGHT_DELIVERY_AUTH = "iam"
  }
  settings_of_operations = {
    for name, url in var.alert_webhooks : "CARTWRIGHT_ALERTS_RECEIVERS_${upper(name)}_URL" => url
  }

  # What is empty is not set: the application's own default holds.
  settings = {
    for service in keys(local.services) : service => {
      for name, value in merge(
        local.settings_of_all,
        service == local.front_door ? local.settings_of_front_door : local.settings_of_functions,
        service == local.operations ? local.settings_of_operations : {},
        # An instance that gets the processor for requests only cannot tell how it does every ten seconds.
        { CARTWRIGHT_OPERATIONS_REPORT = tostring(local.services[service].cpu_always) },
      ) : name => value if value != ""
    }
  }
}

# The system: the front door, which takes events and answers questions, and a function for each group of events.
resource "google_cloud_run_v2_service" "service" {
  for_each = local.services

  name     = "cartwright-${each.key}"
  location = var.region
  # It holds nothing.
  deletion_protection = false

  # The functions are called by Pub/Sub only, which counts as internal in the same project.
  ingress = each.key == local.front_door ? "INGRESS_TRAFFIC_ALL" : "INGRESS_TRAFFIC_INTERNAL_ONLY"
  # Shoppers have no Google identity, so the front door itself checks who calls. Not by a grant to allUsers, which new
  # organisations forbid.
  invoker_iam_disabled = each.key == local.front_door

  # Of the service, not of a revision: else the old revisions would keep instances, too.
  scaling {
    min_instance_count = each.value.min_instances
  }

  template {
    revision                         = "cartwright-${each.key}-${var.release}"
    service_account                  = google_service_account.service[each.key].email
    timeout                          = "${local.delivery_seconds}s"
    max_instance_request_concurrency = each.value.concurrency

    scaling {
      max_instance_count = each.value.max_instances
    }

    # To Redis through the network, to everything else (Google's own services) directly.
    vpc_access {
      egress = "PRIVATE_RANGES_ONLY"

      network_interfaces {
        network    = google_compute_network.shop.id
        subnetwork = google_compute_subnetwork.run.id
      }
    }

    containers {
      image = var.image

      ports {
        container_port = 8080
      }

      resources {
        # Without requests no CPU, unless traces and marks are to go out at once (and instances wait for requests anyway).
        cpu_idle          = !each.value.cpu_always
        startup_cpu_boost = true

        limits = {
          cpu    = each.value.cpu
          memory = each.value.memory
        }
      }

      # Asked often: every second of waiting here is a second of cold start. It pings Redis, since the network may join
      # an instance a minute after its start; where Redis does not answer for two minutes, the instance begins without it.
      startup_probe {
        period_seconds    = 1
        timeout_seconds   = 1
        failure_threshold = 180

        http_get {
          path = "/q/health/started"
        }
      }

      # An instance that lost one of its lanes is replaced. Bigtable and Redis are not asked for: to start anew would
      # not bring them back.
      liveness_probe {
        period_seconds    = 10
        timeout_seconds   = 5
        failure_threshold = 3

        http_get {
          path = "/q/health/live"
        }
      }

      dynamic "env" {
        for_each = local.settings[each.key]

        content {
          name  = env.key
          value = env.value
        }
      }

      # The latest version when an instance starts, for older revisions too: where Redis is, is no matter of a release,
      # and one that gets its traffic back must find it. What runs already learns of a change by deploy.sh cloud --redeploy.
      dynamic "env" {
        for_each = local.secrets[each.key]

        content {
          name = env.key

          value_source {
            secret_key_ref {
              secret  = google_secret_manager_secret.secret[env.value].secret_id
              version = "latest"
            }
          }
        }
      }
    }
  }

  dynamic "traffic" {
    for_each = local.shares[each.key]

    content {
      type     = "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"
      revision = "cartwright-${each.key}-${traffic.key}"
      percent  = traffic.value
    }
  }

  # What an instance needs to start.
  depends_on = [
    google_bigtable_gc_policy.rule,
    google_bigtable_instance_iam_member.ping,
    google_bigtable_table_iam_member.rows,
    google_project_iam_member.traces,
    google_pubsub_topic_iam_member.publish,
    google_secret_manager_secret_iam_member.read,
    google_secret_manager_secret_version.redis_ca,
    google_secret_manager_secret_version.redis_url,
  ]
}
