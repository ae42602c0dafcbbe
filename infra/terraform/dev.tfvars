# For trying out: scales to nothing, keeps nothing that cannot be made anew, tells of real trouble only.
environment         = "dev"
deletion_protection = false

bigtable_zones = ["b"]
bigtable_nodes = { min = 1, max = 2 }

redis_tier      = "BASIC"
redis_memory_gb = 1

front_door = {
  min_instances = 0
  max_instances = 2
  cpu           = "1"
  memory        = "1Gi"
  concurrency   = 80
  cpu_always    = false
}

functions = {
  min_instances = 0
  max_instances = 2
  cpu           = "1"
  memory        = "1Gi"
  concurrency   = 250
  cpu_always    = false
}

# Whoever comes first waits for an instance to start, and few come after.
quick_start = true

objectives = {
  availability  = 0.99
  latency       = 0.95
  latency_ms    = 2000
  freshness     = 0.95
  fresh_seconds = 300
}

burn_alerts = ["fast"]

alerts = {
  wait_seconds          = 3600
  rejected_in_5_minutes = 100
  hottest_node          = 0.95
  redis_memory          = 0.95
  uptime_period         = "900s"
}

monthly_budget = 700
