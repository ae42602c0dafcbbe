# Holds the one image of all services. Old releases go, but never the latest twenty: a rollback needs the one before.
resource "google_artifact_registry_repository" "images" {
  repository_id = "cartwright"
  location      = var.region
  format        = "DOCKER"
  description   = "The image of all Cartwright services"

  cleanup_policies {
    id     = "keep-the-latest"
    action = "KEEP"

    most_recent_versions {
      keep_count = 20
    }
  }

  cleanup_policies {
    id     = "delete-after-30-days"
    action = "DELETE"

    condition {
      tag_state  = "ANY"
      older_than = "2592000s"
    }
  }

  depends_on = [google_project_service.api]
}

# Takes the sources to the build; of its own, so that the build's account reads no other bucket.
resource "google_storage_bucket" "build" {
  name                        = "${var.project}-cartwright-build"
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = true

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      age = 7
    }
  }

  depends_on = [google_project_service.api]
}

# Everything that must be there before an image can be built: terraform apply -target=terraform_data.foundation makes
# just this in an empty project, and the whole follows when there is an image. The metric of dead letters is no part of
# that, but Monitoring refuses an alert on it for up to ten minutes: so it is made before the build, which takes as long.
resource "terraform_data" "foundation" {
  input = google_artifact_registry_repository.images.id

  depends_on = [
    google_artifact_registry_repository_iam_member.build,
    google_logging_metric.dead_letters,
    google_project_iam_member.build_logs,
    google_secret_manager_secret.secret,
    google_storage_bucket_iam_member.build,
  ]
}
