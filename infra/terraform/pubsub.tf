locals {
  # A Google account that forwards dead letters and signs the tokens of push.
  pubsub_agent = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-pubsub.iam.gserviceaccount.com"

  seven_days = "604800s"
}

# Every accepted event and every follow-up. What is acknowledged stays for a week: a subscription can be sought back.
resource "google_pubsub_topic" "events" {
  name                       = "events"
  message_retention_duration = local.seven_days

  # Shoppers' data stays in the region of the log.
  message_storage_policy {
    allowed_persistence_regions = [var.region]
  }

  depends_on = [google_project_service.api]
}

# What a function refused a hundred times, over hours: an outage, not a bad event (those the functions keep themselves).
resource "google_pubsub_topic" "dead_letters" {
  name = "events-dead-letters"

  message_storage_policy {
    allowed_persistence_regions = [var.region]
  }

  depends_on = [google_project_service.api]
}

# Keeps them until the job drain-dead-letters sends them again, for as long as Pub/Sub allows.
resource "google_pubsub_subscription" "dead_letters" {
  name                       = "events-dead-letters"
  topic                      = google_pubsub_topic.dead_letters.id
  message_retention_duration = "2678400s"
  ack_deadline_seconds       = 60
  enable_message_ordering    = true

  # Never: an empty one is the good case.
  expiration_policy {
    ttl = ""
  }
}

# Delivers to each function group what is meant for it, in the order of its subject.
resource "google_pubsub_subscription" "function" {
  for_each = local.groups

  name                       = "events-${each.key}"
  topic                      = google_pubsub_topic.events.id
  filter                     = "attributes.group = \"${each.key}\""
  enable_message_ordering    = true
  message_retention_duration = local.seven_days
  # Longer than a cold start and a commit together; Cloud Run gives up at the same time.
  ack_deadline_seconds = local.delivery_seconds

  expiration_policy {
    ttl = ""
  }

  # 503 means try again soon: a lane is full, an instance is starting. Then slower, while a store is away: a hundred
  # attempts last for some eight hours.
  retry_policy {
    minimum_backoff = "1s"
    maximum_backoff = "300s"
  }

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead_letters.id
    max_delivery_attempts = 100
  }

  push_config {
    push_endpoint = "${google_cloud_run_v2_service.service[each.key].uri}/?group=${each.key}"

    # Without an envelope a message is an HTTP request that is a CloudEvent in binary mode.
    no_wrapper {
      write_metadata = true
    }

    # Cloud Run checks the token before an instance sees the request.
    oidc_token {
      service_account_email = google_service_account.push[each.key].email
      audience              = google_cloud_run_v2_service.service[each.key].uri
    }
  }

  depends_on = [
    google_cloud_run_v2_service_iam_member.push,
    google_pubsub_topic_iam_member.forward_dead_letters,
    google_service_account_iam_member.push_token,
  ]
}
