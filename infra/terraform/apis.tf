# What the other files call. They stay enabled when Cartwright goes: something else in the project may use them.
resource "google_project_service" "api" {
  for_each = toset([
    "artifactregistry",  # the image
    "bigquery",          # the analysts' view of the log
    "bigtable",          # the log: rows
    "bigtableadmin",     # the log: instance and tables
    "billingbudgets",    # the budget's alert
    "cloudbuild",        # builds the image
    "cloudtrace",        # traces, as they are read
    "compute",           # the network between Cloud Run and Redis
    "iam",               # service accounts
    "logging",           # the metric of dead letters
    "monitoring",        # dashboard, objectives, alerts
    "pubsub",            # the broker
    "redis",             # the cache
    "run",               # the services and the job
    "secretmanager",     # keys and passwords
    "servicenetworking", # the peering with Redis
    "storage",           # sources on their way to the build
    "telemetry",         # traces, as they are sent
  ])

  service            = "${each.key}.googleapis.com"
  disable_on_destroy = false
}
