# What a deployment is about. deploy.sh sets these.

variable "project" {
  description = "The Google Cloud project. One project holds one environment."
  type        = string
}

variable "region" {
  description = "Where everything is, such as europe-west1."
  type        = string
}

variable "image" {
  description = "The image of all services, by digest: what was tested is what runs."
  type        = string

  validation {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", var.image))
    error_message = "The image must be named by its digest (…@sha256:…): a tag may name another image tomorrow."
  }
}

variable "release" {
  description = "Names the revisions of this deployment, such as r1795276800: r and epoch seconds. Whatever changes in a service, a setting included, needs a new one, since a revision never changes."
  type        = string

  validation {
    condition     = can(regex("^r[0-9]{10}$", var.release))
    error_message = "A release is r and ten digits, the epoch seconds of its deployment."
  }
}

variable "stable_release" {
  description = "The release that gets the rest of the requests while the new one is tried, and all of them after a rollback (canary_percent = 0). Empty: there is none."
  type        = string
  default     = ""

  validation {
    condition     = var.stable_release != var.release
    error_message = "The stable release and the new one are the same: leave stable_release empty."
  }
}

variable "canary_percent" {
  description = "The share of the requests, in percent, that the new release gets where there is a stable one."
  type        = number
  default     = 100

  validation {
    condition     = var.canary_percent >= 0 && var.canary_percent <= 100 && floor(var.canary_percent) == var.canary_percent
    error_message = "A share is a whole number from 0 to 100."
  }

  validation {
    condition     = var.canary_percent == 100 || var.stable_release != ""
    error_message = "With a share below 100 someone must get the rest: set stable_release."
  }
}

variable "canary_functions" {
  description = "Whether the functions, too, are shared between two releases. Only where both have the same rules: an instance with older rules answers 503 for every subject that newer ones have touched."
  type        = bool
  default     = false
}

variable "rules_version" {
  description = "Grows whenever rules change, also back to older ones: epoch seconds. States of a lower version are folded anew."
  type        = number
}

variable "billing_account" {
  description = "Whose bill the budget watches, such as 012345-6789AB-CDEF01. Empty: no budget."
  type        = string
  default     = ""
}

# What a shop decides for itself.

variable "alert_emails" {
  description = "Who is told of alerts and of the budget."
  type        = list(string)
  default     = []
}

variable "alert_webhooks" {
  description = "Addresses that alerts of incidents are posted to, by the receivers' names; for a receiver NAME they are signed with the secret cartwright-alerts-key-NAME. Whoever may read a plan reads them: put no secret into them."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for url in values(var.alert_webhooks) : can(regex("^https://[^/@]+(/.*)?$", url))])
    error_message = "An address is https://host/path, without a user."
  }

  validation {
    condition     = alltrue([for name in keys(var.alert_webhooks) : can(regex("^[a-z][a-z0-9]*$", name))])
    error_message = "A receiver's name is of small letters and digits."
  }
}

variable "analysts" {
  description = "Who may read the whole log by BigQuery, such as group:analysts@example.com."
  type        = list(string)
  default     = []
}

variable "identity_issuer" {
  description = "The OpenID Connect issuer that the shop's people and back ends sign in with. Empty: nobody can sign in, there are guests only."
  type        = string
  default     = ""
}

variable "identity_audience" {
  description = "The audience that their tokens must name."
  type        = string
  default     = ""

  validation {
    condition     = var.identity_issuer == "" || var.identity_audience != ""
    error_message = "An issuer vouches for other applications, too: set identity_audience beside identity_issuer."
  }
}

variable "cors_origins" {
  description = "Origins of the shop's web pages, which may call the front door from a browser."
  type        = list(string)
  default     = []
}

# How an environment is equipped: dev.tfvars and prod.tfvars.

variable "environment" {
  description = "dev or prod; a label on everything."
  type        = string

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "An environment is dev or prod."
  }
}

variable "deletion_protection" {
  description = "Whether the log refuses to be deleted. Before a destroy it must be applied as false."
  type        = bool
}

variable "bigtable_zones" {
  description = "Letters of the zones that have a cluster of Bigtable; the first one takes the events, the others follow."
  type        = list(string)
}

variable "bigtable_nodes" {
  description = "Between how many nodes each cluster scales: a node writes 14,000 rows a second."
  type        = object({ min = number, max = number })
}

variable "redis_tier" {
  description = "BASIC: a new, empty cache where its machine dies. STANDARD_HA: a replica in another zone takes over."
  type        = string
}

variable "redis_memory_gb" {
  description = "The room for states of subjects; those that were not touched for the longest time go first."
  type        = number
}

variable "front_door" {
  description = "The room of the front door: its instances, what each has, how many requests each handles at a time."
  type = object({
    min_instances = number
    max_instances = number
    cpu           = string
    memory        = string
    concurrency   = number
    cpu_always    = bool
  })
}

variable "functions" {
  description = "The room of each function, as of the front door. More at a time means larger batches, and less cost for each event."
  type = object({
    min_instances = number
    max_instances = number
    cpu           = string
    memory        = string
    concurrency   = number
    cpu_always    = bool
  })
}

variable "quick_start" {
  description = "Whether Java compiles with its quick compiler alone: an instance is there sooner, and an event then costs more CPU for as long as it lives."
  type        = bool
}

variable "objectives" {
  description = "What is promised over thirty days: shares of requests and minutes, and the limits of latency and freshness."
  type = object({
    availability  = number
    latency       = number
    latency_ms    = number
    freshness     = number
    fresh_seconds = number
  })
}

variable "burn_alerts" {
  description = "At which speeds of a burning budget an alert is raised: fast, steady, slow."
  type        = list(string)
}

variable "alerts" {
  description = "Where the other alerts begin, and how often the front door is asked whether it is up."
  type = object({
    wait_seconds          = number
    rejected_in_5_minutes = number
    hottest_node          = number
    redis_memory          = number
    uptime_period         = string
  })
}

variable "monthly_budget" {
  description = "What a month may cost, in the currency of the billing account."
  type        = number
}
