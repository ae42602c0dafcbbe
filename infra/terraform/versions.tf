terraform {
  # 1.9 is the first in which the condition of a variable may look at another variable.
  required_version = ">= 1.9, < 2.0"

  required_providers {
    google = {
      source = "hashicorp/google"
      # Exactly the version whose schema check/ compares these files with.
      version = "6.50.0"
    }
  }

  # Bucket and prefix come from deploy.sh, since every project has its own. The state holds the password of Redis: the
  # bucket is private, with uniform access and versions.
  backend "gcs" {}
}

provider "google" {
  project = var.project
  region  = var.region

  default_labels = {
    app         = "cartwright"
    environment = var.environment
  }
}

# Budgets belong to the billing account, so that calls about them must name a project that answers for their quota.
provider "google" {
  alias                 = "billing"
  project               = var.project
  user_project_override = true
  billing_project       = var.project
}

# Its number is part of the names of Google's own service accounts. Needs cloudresourcemanager.googleapis.com, which
# deploy.sh enables before the first plan.
data "google_project" "this" {
  project_id = var.project
}
