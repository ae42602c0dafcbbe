# For shoppers: always warm, survives the loss of a zone, cannot be deleted by mistake.
environment         = "prod"
deletion_protection = true

# Every region has zones b and c.
bigtable_zones = ["b", "c"]
bigtable_nodes = { min = 1, max = 10 }

redis_tier      = "STANDARD_HA"
redis_memory_gb = 5

# All at most take 160 CPUs: ask for a larger quota before you raise it.
front_door = {
  min_instances = 2
  max_instances = 20
  cpu           = "2"
  memory        = "2Gi"
  concurrency   = 250
  cpu_always    = true
}

functions = {
  min_instances = 1
  max_instances = 15
  cpu           = "2"
  memory        = "2Gi"
  concurrency   = 500
  cpu_always    = true
}

# Somebody is always there already, and works for long.
quick_start = false

objectives = {
  availability  = 0.999
  latency       = 0.99
  latency_ms    = 500
  freshness     = 0.99
  fresh_seconds = 60
}

burn_alerts = ["fast", "steady", "slow"]

alerts = {
  wait_seconds          = 300
  rejected_in_5_minutes = 0
  hottest_node          = 0.9
  redis_memory          = 0.85
  uptime_period         = "60s"
}

monthly_budget = 5000
