# Sends dead letters again, when an operator has mended why they came, and runs it: no clock does.
resource "google_cloud_run_v2_job" "drain_dead_letters" {
  name     = "drain-dead-letters"
  location = var.region
  # It holds nothing.
  deletion_protection = false

  template {
    template {
      service_account = google_service_account.drain.email
      # What was sent and not yet acknowledged is sent twice, which is harmless: run it again by hand.
      max_retries = 0
      timeout     = "3600s"

      containers {
        image   = var.image
        command = ["/opt/java/bin/java"]
        args    = ["-cp", "/app/quarkus-run.jar", "dev.cartwright.pubsub.DeadLetterDrain"]

        resources {
          limits = {
            cpu    = "1"
            memory = "512Mi"
          }
        }

        env {
          name  = "CARTWRIGHT_BROKER_PROJECT"
          value = var.project
        }

        env {
          name  = "CARTWRIGHT_BROKER_TOPIC"
          value = google_pubsub_topic.events.name
        }
      }
    }
  }

  depends_on = [
    google_pubsub_subscription_iam_member.drain,
    google_pubsub_topic_iam_member.drain,
  ]
}
