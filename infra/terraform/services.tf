# Which services there are, and which releases of them answer. Nothing here refers to a resource, so that it can be
# tried without a cloud.
locals {
  # One function group, one service, one subscription; a test compares them with the groups that events can have.
  groups = toset(jsondecode(file("${path.module}/groups.json")))

  front_door = "front-door"
  # The group that hears how all are, and tells of alerts.
  operations = "operations"

  # All services run one image, and differ in who may call them and in their room. Every one of them is
  # cartwright-<name>.
  services = merge({ (local.front_door) = var.front_door }, { for group in local.groups : group => var.functions })

  # Each revision gets its share of a service's requests: all go to the release, unless it is tried beside a stable one.
  canary = {
    for service in keys(local.services) : service =>
    var.stable_release == "" || (service != local.front_door && !var.canary_functions) ? 100 : var.canary_percent
  }
  shares = {
    for service, percent in local.canary : service => {
      for release, share in merge({ (var.stable_release) = 100 - percent }, { (var.release) = percent }) :
      release => share if share > 0
    }
  }
}
