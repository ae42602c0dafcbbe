locals {
  # By their names in BigQuery.
  histories = { events = "event-sourcing", samples = "samples" }
}

# Holds no data itself; beside the log, since BigQuery reads Bigtable only from the same region.
resource "google_bigquery_dataset" "analytics" {
  dataset_id                 = "cartwright"
  location                   = var.region
  description                = "The log of events, for analysts"
  delete_contents_on_destroy = true

  depends_on = [google_project_service.api]
}

# Every event with what the rules made of it, as it stands in the log now: nothing is copied. Samples of instances are
# apart, and go back three days.
resource "google_bigquery_table" "history" {
  for_each = local.histories

  dataset_id  = google_bigquery_dataset.analytics.dataset_id
  table_id    = each.key
  description = "rowkey = hash#subject#time#id#source; attributes, data and decision are JSON"
  # It is but a view: the data is protected where it is.
  deletion_protection = false

  external_data_configuration {
    autodetect    = false
    source_format = "BIGTABLE"
    source_uris = [
      "https://googleapis.com/bigtable/projects/${var.project}/instances/${google_bigtable_instance.log.name}/appProfiles/${google_bigtable_app_profile.analysts.app_profile_id}/tables/${google_bigtable_table.table[each.value].name}"
    ]

    bigtable_options {
      read_rowkey_as_string = true
      # Families that come later are invisible until they are named here.
      ignore_unspecified_column_families = true

      # A test compares them with what dev.cartwright.bigtable.LogCells writes.
      dynamic "column_family" {
        for_each = jsondecode(file("${path.module}/columns.json"))

        content {
          family_id        = column_family.key
          type             = "STRING"
          encoding         = "TEXT"
          only_read_latest = true

          dynamic "column" {
            for_each = column_family.value

            content {
              qualifier_string = column.value
              # Names in BigQuery know no hyphen.
              field_name       = replace(column.value, "-", "_")
              type             = "STRING"
              encoding         = "TEXT"
              only_read_latest = true
            }
          }
        }
      }
    }
  }
}

# Analysts see the dataset …
resource "google_bigquery_dataset_iam_member" "analysts" {
  for_each = toset(var.analysts)

  dataset_id = google_bigquery_dataset.analytics.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = each.key
}

# … may ask questions, which cost …
resource "google_project_iam_member" "analysts" {
  for_each = toset(var.analysts)

  project = var.project
  role    = "roles/bigquery.jobUser"
  member  = each.key
}

# … and BigQuery reads Bigtable in their name: the log and the samples, no other table.
resource "google_bigtable_table_iam_member" "analysts" {
  for_each = {
    for pair in setproduct(values(local.histories), var.analysts) : "${pair[0]}/${pair[1]}" => { table = pair[0], member = pair[1] }
  }

  instance_name = google_bigtable_instance.log.name
  table         = google_bigtable_table.table[each.value.table].name
  role          = "roles/bigtable.reader"
  member        = each.value.member
}
