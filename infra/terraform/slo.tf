locals {
  requests = "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"cartwright-${local.front_door}\""

  objectives = merge(
    {
      availability = { name = google_monitoring_slo.availability.name, title = "the front door's availability" }
      latency      = { name = google_monitoring_slo.latency.name, title = "the front door's latency" }
    },
    {
      for group in local.groups : "freshness-${group}" =>
      { name = google_monitoring_slo.freshness[group].name, title = "the freshness of ${group}" }
    },
  )

  # How fast the budget of thirty days burns, seen over a long window and, so that the alert ends with its cause, over
  # a short one. 14.4 for an hour is 2 % of the budget, 6 for six hours 5 %, 3 for a day 10 %; a day is as far as an
  # alert looks back.
  burns = {
    fast   = { rate = 14.4, long = "3600s", short = "300s", severity = "CRITICAL" }
    steady = { rate = 6, long = "21600s", short = "1800s", severity = "CRITICAL" }
    slow   = { rate = 3, long = "86400s", short = "7200s", severity = "WARNING" }
  }

  burn_alerts = merge([
    for objective, target in local.objectives : {
      for speed, burn in local.burns : "${objective}-${speed}" => { target = target, speed = speed, burn = burn }
      if contains(var.burn_alerts, speed)
    }
  ]...)
}

# What the objectives belong to in Monitoring: one for each service.
resource "google_monitoring_custom_service" "service" {
  for_each = local.services

  service_id   = "cartwright-${each.key}"
  display_name = "Cartwright: ${each.key}"

  depends_on = [google_project_service.api]
}

# Senders get an answer: a 5xx, 503 included, is none.
resource "google_monitoring_slo" "availability" {
  service             = google_monitoring_custom_service.service[local.front_door].service_id
  slo_id              = "availability"
  display_name        = "${var.objectives.availability * 100} % of requests are answered"
  goal                = var.objectives.availability
  rolling_period_days = 30

  request_based_sli {
    good_total_ratio {
      total_service_filter = "metric.type=\"run.googleapis.com/request_count\" AND ${local.requests}"
      bad_service_filter   = "metric.type=\"run.googleapis.com/request_count\" AND ${local.requests} AND metric.labels.response_code_class=\"5xx\""
    }
  }
}

# Senders get it soon. Who sends Prefer: wait asks for a late answer; these count here, too.
resource "google_monitoring_slo" "latency" {
  service             = google_monitoring_custom_service.service[local.front_door].service_id
  slo_id              = "latency"
  display_name        = "${var.objectives.latency * 100} % of requests within ${var.objectives.latency_ms} ms"
  goal                = var.objectives.latency
  rolling_period_days = 30

  request_based_sli {
    distribution_cut {
      distribution_filter = "metric.type=\"run.googleapis.com/request_latencies\" AND ${local.requests}"

      range {
        max = var.objectives.latency_ms
      }
    }
  }
}

# What was accepted is processed soon: a minute is good in which no event of the group waited for longer.
resource "google_monitoring_slo" "freshness" {
  for_each = local.groups

  service             = google_monitoring_custom_service.service[each.key].service_id
  slo_id              = "freshness"
  display_name        = "${var.objectives.freshness * 100} % of minutes without an event older than ${var.objectives.fresh_seconds} s"
  goal                = var.objectives.freshness
  rolling_period_days = 30

  windows_based_sli {
    window_period = "60s"

    metric_mean_in_range {
      time_series = "metric.type=\"pubsub.googleapis.com/subscription/oldest_unacked_message_age\" AND resource.type=\"pubsub_subscription\" AND resource.labels.subscription_id=\"${google_pubsub_subscription.function[each.key].name}\""

      range {
        max = var.objectives.fresh_seconds
      }
    }
  }
}

# Tells that an objective will be missed, long before it is: see local.burns.
resource "google_monitoring_alert_policy" "burn" {
  for_each = local.burn_alerts

  display_name          = "Cartwright: ${each.value.target.title} burns its budget (${each.value.speed})"
  combiner              = "AND"
  severity              = each.value.burn.severity
  notification_channels = local.channels

  dynamic "conditions" {
    for_each = [each.value.burn.long, each.value.burn.short]

    content {
      display_name = "${each.value.burn.rate} times too fast over ${conditions.value}"

      condition_threshold {
        filter          = "select_slo_burn_rate(\"${each.value.target.name}\", \"${conditions.value}\")"
        comparison      = "COMPARISON_GT"
        threshold_value = each.value.burn.rate
        duration        = "0s"
      }
    }
  }

  documentation {
    content   = "The budget of thirty days goes ${each.value.burn.rate} times faster than it may. Look at the dashboard, then at the log. Where it began with a release: ./deploy.sh rollback --project ${var.project}"
    mime_type = "text/markdown"
  }
}
