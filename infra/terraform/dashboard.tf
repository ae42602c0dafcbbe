locals {
  # From the shopper inward: what goes in, how it is answered, what waits, what the stores bear.
  charts = [
    {
      title   = "Requests by answer (1/s)"
      filter  = "metric.type=\"run.googleapis.com/request_count\" AND ${local.requests}"
      aligner = "ALIGN_RATE"
      reducer = "REDUCE_SUM"
      by      = ["metric.label.response_code_class"]
    },
    {
      title   = "Latency of the front door, median (ms)"
      filter  = "metric.type=\"run.googleapis.com/request_latencies\" AND ${local.requests}"
      aligner = "ALIGN_DELTA"
      reducer = "REDUCE_PERCENTILE_50"
      by      = ["resource.label.revision_name"]
    },
    {
      title   = "Latency of the front door, 99 % (ms)"
      filter  = "metric.type=\"run.googleapis.com/request_latencies\" AND ${local.requests}"
      aligner = "ALIGN_DELTA"
      reducer = "REDUCE_PERCENTILE_99"
      by      = ["resource.label.revision_name"]
    },
    {
      title   = "Deliveries by function and answer (1/s)"
      filter  = "metric.type=\"pubsub.googleapis.com/subscription/push_request_count\" AND ${local.subscriptions}"
      aligner = "ALIGN_RATE"
      reducer = "REDUCE_SUM"
      by      = ["resource.label.subscription_id", "metric.label.response_class"]
    },
    {
      title   = "Oldest event that waits (s)"
      filter  = "metric.type=\"pubsub.googleapis.com/subscription/oldest_unacked_message_age\" AND ${local.subscriptions}"
      aligner = "ALIGN_MAX"
      reducer = "REDUCE_MAX"
      by      = ["resource.label.subscription_id"]
    },
    {
      title   = "Dead letters that wait"
      filter  = "metric.type=\"pubsub.googleapis.com/subscription/num_undelivered_messages\" AND ${local.dead_letters}"
      aligner = "ALIGN_MAX"
      reducer = "REDUCE_SUM"
      by      = []
    },
    {
      title   = "Instances"
      filter  = "metric.type=\"run.googleapis.com/container/instance_count\" AND ${local.revisions}"
      aligner = "ALIGN_MAX"
      reducer = "REDUCE_SUM"
      by      = ["resource.label.service_name", "metric.label.state"]
    },
    {
      title   = "CPU of instances, 95 %"
      filter  = "metric.type=\"run.googleapis.com/container/cpu/utilizations\" AND ${local.revisions}"
      aligner = "ALIGN_DELTA"
      reducer = "REDUCE_PERCENTILE_95"
      by      = ["resource.label.service_name"]
    },
    {
      title   = "Start of instances, 95 % (ms)"
      filter  = "metric.type=\"run.googleapis.com/container/startup_latencies\" AND ${local.revisions}"
      aligner = "ALIGN_DELTA"
      reducer = "REDUCE_PERCENTILE_95"
      by      = ["resource.label.service_name"]
    },
    {
      title   = "Bigtable: CPU of the hottest node"
      filter  = "metric.type=\"bigtable.googleapis.com/cluster/cpu_load_hottest_node\" AND ${local.cluster}"
      aligner = "ALIGN_MEAN"
      reducer = "REDUCE_MAX"
      by      = ["resource.label.cluster"]
    },
    {
      title   = "Bigtable: nodes"
      filter  = "metric.type=\"bigtable.googleapis.com/cluster/node_count\" AND ${local.cluster}"
      aligner = "ALIGN_MAX"
      reducer = "REDUCE_MAX"
      by      = ["resource.label.cluster"]
    },
    {
      title   = "Bigtable: latency, 99 % (ms)"
      filter  = "metric.type=\"bigtable.googleapis.com/server/latencies\" AND resource.type=\"bigtable_table\" AND resource.labels.instance=\"${google_bigtable_instance.log.name}\""
      aligner = "ALIGN_DELTA"
      reducer = "REDUCE_PERCENTILE_99"
      by      = ["metric.label.method"]
    },
    {
      title   = "Redis: memory"
      filter  = "metric.type=\"redis.googleapis.com/stats/memory/usage_ratio\" AND ${local.redis}"
      aligner = "ALIGN_MEAN"
      reducer = "REDUCE_MAX"
      by      = []
    },
    {
      title   = "Redis: keys evicted (1/s)"
      filter  = "metric.type=\"redis.googleapis.com/stats/evicted_keys\" AND ${local.redis}"
      aligner = "ALIGN_RATE"
      reducer = "REDUCE_SUM"
      by      = []
    },
    {
      title   = "Redis: share of hits"
      filter  = "metric.type=\"redis.googleapis.com/stats/cache_hit_ratio\" AND ${local.redis}"
      aligner = "ALIGN_MEAN"
      reducer = "REDUCE_MEAN"
      by      = []
    },
  ]
}

# One page to look at first.
resource "google_monitoring_dashboard" "shop" {
  dashboard_json = jsonencode({
    displayName = "Cartwright (${var.environment})"
    mosaicLayout = {
      columns = 48
      tiles = [for index, chart in local.charts : {
        xPos   = index % 3 * 16
        yPos   = floor(index / 3) * 12
        width  = 16
        height = 12
        widget = {
          title = chart.title
          xyChart = {
            dataSets = [{
              plotType = "LINE"
              timeSeriesQuery = {
                timeSeriesFilter = {
                  filter = chart.filter
                  aggregation = {
                    alignmentPeriod    = "60s"
                    perSeriesAligner   = chart.aligner
                    crossSeriesReducer = chart.reducer
                    groupByFields      = chart.by
                  }
                }
              }
            }]
          }
        }
      }]
    }
  })

  depends_on = [google_project_service.api]
}
