locals {
  channels = [for channel in google_monitoring_notification_channel.mail : channel.id]

  subscriptions = "resource.type=\"pubsub_subscription\" AND resource.labels.subscription_id=monitoring.regex.full_match(\"events-(${join("|", local.groups)})\")"
  dead_letters  = "resource.type=\"pubsub_subscription\" AND resource.labels.subscription_id=\"${google_pubsub_subscription.dead_letters.name}\""
  cluster       = "resource.type=\"bigtable_cluster\" AND resource.labels.instance=\"${google_bigtable_instance.log.name}\""
  redis         = "resource.type=\"redis_instance\" AND resource.labels.instance_id=\"${google_redis_instance.cache.id}\""
  revisions     = "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=monitoring.regex.full_match(\"cartwright-.*\")"

  # What is wrong before shoppers feel it, or what no objective counts; each says what to do. The
  # rejected are counted over all services and revisions, the others looked at one by one.
  alerts = {
    events-wait = {
      title    = "Events wait to be processed"
      filter   = "metric.type=\"pubsub.googleapis.com/subscription/oldest_unacked_message_age\" AND ${local.subscriptions}"
      aligner  = "ALIGN_MAX"
      reducer  = "REDUCE_NONE"
      above    = var.alerts.wait_seconds
      for      = "300s"
      severity = "CRITICAL"
      advice   = "The oldest event of a subscription is not processed. Look at the function's log (./deploy.sh logs --project ${var.project}) for 503, and whether Bigtable, Redis or the limit of instances holds it up. Events are safe for seven days."
    }
    dead-letters = {
      title    = "Pub/Sub gave events up"
      filter   = "metric.type=\"pubsub.googleapis.com/subscription/num_undelivered_messages\" AND ${local.dead_letters}"
      aligner  = "ALIGN_MAX"
      reducer  = "REDUCE_NONE"
      above    = 0
      for      = "0s"
      severity = "ERROR"
      advice   = "A function refused events for hours. Mend why, then send them again: gcloud run jobs execute drain-dead-letters --region ${var.region}"
    }
    rejected = {
      title    = "Events were kept as dead letters"
      filter   = "metric.type=\"logging.googleapis.com/user/${google_logging_metric.dead_letters.name}\" AND resource.type=\"cloud_run_revision\""
      aligner  = "ALIGN_DELTA"
      reducer  = "REDUCE_SUM"
      above    = var.alerts.rejected_in_5_minutes
      for      = "0s"
      severity = "WARNING"
      advice   = "Events can never succeed: a rule threw or rejects, or a sender violates a schema. The log says which type and why; the event is in Bigtable, table dead-letters."
    }
    hot-node = {
      title    = "A node of Bigtable is hot"
      filter   = "metric.type=\"bigtable.googleapis.com/cluster/cpu_load_hottest_node\" AND ${local.cluster}"
      aligner  = "ALIGN_MEAN"
      reducer  = "REDUCE_NONE"
      above    = var.alerts.hottest_node
      for      = "600s"
      severity = "WARNING"
      advice   = "More nodes do not help one hot row range: look for a hot subject in Key Visualizer. Else raise bigtable_nodes.max."
    }
    redis-memory = {
      title    = "Redis runs out of memory"
      filter   = "metric.type=\"redis.googleapis.com/stats/memory/system_memory_usage_ratio\" AND ${local.redis}"
      aligner  = "ALIGN_MEAN"
      reducer  = "REDUCE_NONE"
      above    = var.alerts.redis_memory
      for      = "600s"
      severity = "WARNING"
      advice   = "Subjects are evicted and folded anew, and beyond this writes block. Raise redis_memory_gb."
    }
  }
}

# Who is told.
resource "google_monitoring_notification_channel" "mail" {
  for_each = toset(var.alert_emails)

  display_name = "Cartwright: ${each.key}"
  type         = "email"
  labels = {
    email_address = each.key
  }

  depends_on = [google_project_service.api]
}

# The application keeps what can never succeed, and says so in one line of its log (DeadLetterReport).
resource "google_logging_metric" "dead_letters" {
  name        = "cartwright/dead-letters"
  description = "Events that a function kept as dead letters"
  filter      = "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=~\"^cartwright-\" AND jsonPayload.message=~\"^Dead letter: \""

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"
  }

  depends_on = [google_project_service.api]
}

# See local.alerts.
resource "google_monitoring_alert_policy" "alert" {
  for_each = local.alerts

  display_name          = "Cartwright: ${each.value.title}"
  combiner              = "OR"
  severity              = each.value.severity
  notification_channels = local.channels

  conditions {
    display_name = each.value.title

    condition_threshold {
      filter          = each.value.filter
      comparison      = "COMPARISON_GT"
      threshold_value = each.value.above
      duration        = each.value.for

      aggregations {
        alignment_period     = "300s"
        per_series_aligner   = each.value.aligner
        cross_series_reducer = each.value.reducer
      }
    }
  }

  documentation {
    content   = each.value.advice
    mime_type = "text/markdown"
  }

  alert_strategy {
    auto_close = "86400s"
  }
}

# Asks the front door from several continents whether it can do its work: ready means that Bigtable, Redis and the
# broker answer it, too.
resource "google_monitoring_uptime_check_config" "front_door" {
  display_name = "Cartwright: front door"
  period       = var.alerts.uptime_period
  timeout      = "10s"

  http_check {
    path         = "/q/health/ready"
    port         = 443
    use_ssl      = true
    validate_ssl = true
  }

  monitored_resource {
    type = "uptime_url"
    labels = {
      project_id = var.project
      host       = trimprefix(google_cloud_run_v2_service.service[local.front_door].uri, "https://")
    }
  }
}

# Two places must see it down: one alone may have trouble of its own.
resource "google_monitoring_alert_policy" "down" {
  display_name          = "Cartwright: the front door is down"
  combiner              = "OR"
  severity              = "CRITICAL"
  notification_channels = local.channels

  conditions {
    display_name = "Two places see it down"

    condition_threshold {
      filter          = "metric.type=\"monitoring.googleapis.com/uptime_check/check_passed\" AND resource.type=\"uptime_url\" AND metric.labels.check_id=\"${google_monitoring_uptime_check_config.front_door.uptime_check_id}\""
      comparison      = "COMPARISON_GT"
      threshold_value = 1
      duration        = "60s"

      aggregations {
        alignment_period     = "1200s"
        per_series_aligner   = "ALIGN_NEXT_OLDER"
        cross_series_reducer = "REDUCE_COUNT_FALSE"
        group_by_fields      = ["resource.label.*"]
      }
    }
  }

  documentation {
    content   = "Look at ./deploy.sh status --project ${var.project} and at the log. Where it began with a release: ./deploy.sh rollback --project ${var.project}"
    mime_type = "text/markdown"
  }
}
