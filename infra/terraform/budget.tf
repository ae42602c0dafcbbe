# Tells when the month's spending comes near what was planned; it stops nothing. Only where a billing account is named:
# many who may build in a project may not look at its bill.
resource "google_billing_budget" "month" {
  count    = var.billing_account == "" ? 0 : 1
  provider = google.billing

  billing_account = var.billing_account
  display_name    = "Cartwright (${var.environment})"

  budget_filter {
    projects = ["projects/${data.google_project.this.number}"]
  }

  # In the currency of the billing account.
  amount {
    specified_amount {
      units = tostring(var.monthly_budget)
    }
  }

  threshold_rules {
    threshold_percent = 0.5
  }

  threshold_rules {
    threshold_percent = 0.9
  }

  # Already when the month is going to end above it.
  threshold_rules {
    threshold_percent = 1
    spend_basis       = "FORECASTED_SPEND"
  }

  all_updates_rule {
    # No more than five are allowed.
    monitoring_notification_channels = slice(local.channels, 0, min(5, length(local.channels)))
  }

  depends_on = [google_project_service.api]
}
