# shellcheck shell=bash
# What the environment's sizes come to.

# US dollars a month, of the hourly list prices in infra/CAPACITY.md: a node of Bigtable; a gigabyte of Redis, without
# and with a replica; a CPU and gigabyte of Cloud Run that waits, or that is always given.
readonly bigtable_node=475 redis_basic=36 redis_standard=44 run_waiting=13 run_always=53

# The text of a variable: as the operator has set it, else as the environment's file has it.
tfvar() {
  local each
  for each in ${settings[@]+"${settings[@]}"}; do
    if [[ ${each%%=*} == "$1" ]]; then
      printf '%s' "${each#*=}"
      return
    fi
  done
  awk -v name="$1" '
    !inside && $1 == name && $2 == "=" { inside = 1; sub(/^[^=]*= */, "") }
    inside { print; depth += gsub(/[{[]/, "&") - gsub(/[]}]/, "&"); if (depth <= 0) exit }
  ' "$terraform_dir/$environment.tfvars"
}

# The number in a variable's field: number_in front_door cpu
number_in() {
  tfvar "$1" | grep -Eo "(^|[^a-z_])$2 *= *\"?[0-9]+" | grep -Eo '[0-9]+$'
}

monthly_floor() {
  local clusters gigabytes redis=$redis_basic
  clusters=$(tfvar bigtable_zones | grep -o '"[^"]*"' | wc -l)
  gigabytes=$(tfvar redis_memory_gb)
  [[ $(tfvar redis_tier) != '"STANDARD_HA"' ]] || redis=$redis_standard
  printf '%s' $((clusters * $(number_in bigtable_nodes min) * bigtable_node + gigabytes * redis +
    $(run_floor front_door) + $(group_names | wc -l) * $(run_floor functions)))
}

run_floor() {
  local cpu=$run_waiting
  [[ $(tfvar "$1") != *cpu_always*=*true* ]] || cpu=$run_always
  printf '%s' $(($(number_in "$1" min_instances) * $(number_in "$1" cpu) * cpu))
}

most_cpus() {
  printf '%s' $(($(number_in front_door max_instances) * $(number_in front_door cpu) +
    $(group_names | wc -l) * $(number_in functions max_instances) * $(number_in functions cpu)))
}
