locals {
  # Table, family, rule of garbage collection, just as dev.cartwright.bigtable.Tables makes them on a laptop (a test
  # compares the two). On the log and the dead letters by versions only: their cells carry explicit timestamps, so that
  # a rule by age would delete what was just written. Those of samples carry the time of the event.
  tables = jsondecode(file("${path.module}/tables.json"))
  families = merge([
    for table, families in local.tables : {
      for family, rule in families : "${table}/${family}" => { table = table, family = family, rule = rule }
    }
  ]...)

  # The first zone's cluster takes every write, and every read that a decision hangs on.
  clusters = { for zone in var.bigtable_zones : zone => "cartwright-${zone}" }
  writer   = local.clusters[var.bigtable_zones[0]]

  # Stamps live for a day and samples for three, and are worth less than their backup.
  backed_up = setsubtract(keys(local.tables), ["samples", "stamps"])
}

# The log: the truth of the whole system. Further clusters are copies for the day when a zone is gone; to move to one
# is a decision, by the app profile below, since transactions on a row work within one cluster only.
resource "google_bigtable_instance" "log" {
  name                = "cartwright"
  display_name        = "Cartwright"
  deletion_protection = var.deletion_protection
  # Backups of what may be deleted go with it.
  force_destroy = !var.deletion_protection

  dynamic "cluster" {
    for_each = local.clusters

    content {
      cluster_id   = cluster.value
      zone         = "${var.region}-${cluster.key}"
      storage_type = "SSD"

      autoscaling_config {
        min_nodes  = var.bigtable_nodes.min
        max_nodes  = var.bigtable_nodes.max
        cpu_target = 60
      }
    }
  }

  depends_on = [google_project_service.api]
}

# Made here, not by the services: their accounts may write rows, and change no table.
resource "google_bigtable_table" "table" {
  for_each = local.tables

  name                = each.key
  instance_name       = google_bigtable_instance.log.name
  deletion_protection = var.deletion_protection ? "PROTECTED" : "UNPROTECTED"

  dynamic "column_family" {
    for_each = each.value

    content {
      family = column_family.key
    }
  }

  # Bigtable itself makes one a day and keeps it for a week: against a mistake, which replicas copy at once.
  dynamic "automated_backup_policy" {
    for_each = contains(local.backed_up, each.key) ? ["daily"] : []

    content {
      frequency        = "24h0m0s"
      retention_period = "168h0m0s"
    }
  }
}

# Keeps one version of each cell, or as long as it is young; see local.tables.
resource "google_bigtable_gc_policy" "rule" {
  for_each = local.families

  instance_name = google_bigtable_instance.log.name
  table         = google_bigtable_table.table[each.value.table].name
  column_family = each.value.family
  gc_rules      = jsonencode(each.value.rule)
  # It goes with its table. To take it away before would let cells grow, which Bigtable refuses on a replicated table.
  deletion_policy = "ABANDON"
}

# How the functions connect: to one cluster, since who decides first is settled by CheckAndMutateRow, which needs it.
resource "google_bigtable_app_profile" "functions" {
  instance       = google_bigtable_instance.log.name
  app_profile_id = "functions"
  description    = "Decides by transactions on a row, so it knows one cluster only"
  # Else Bigtable refuses to move it to another cluster, which is what it is for on a bad day.
  ignore_warnings = true

  single_cluster_routing {
    cluster_id                 = local.writer
    allow_transactional_writes = true
  }

  standard_isolation {
    priority = "PRIORITY_HIGH"
  }
}

# How analysts connect: with Data Boost, so that no scan of theirs takes a node's time from an event.
resource "google_bigtable_app_profile" "analysts" {
  instance        = google_bigtable_instance.log.name
  app_profile_id  = "analysts"
  description     = "Reads without the nodes"
  ignore_warnings = true

  single_cluster_routing {
    cluster_id = local.writer
  }

  data_boost_isolation_read_only {
    compute_billing_owner = "HOST_PAYS"
  }
}
