#!/usr/bin/env bash
# Runs Cartwright, on this machine or on Google Cloud, sends it events and shows what happens.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$home/infra/local/target/cartwright-local.jar
bench_jar=$home/infra/bench/target/cartwright-bench.jar

usage() {
  cat <<'HELP'
Usage: ./deploy.sh COMMAND [OPTIONS]

  local     run everything on this machine, in the foreground
  send      send a .jsonl or .jsonl.gz of CloudEvents
  seed      list twenty products, for the demo shop
  watch     print events and follow-ups as they are published
  bench     measure it beside what this machine allows

  cloud     deploy to Google Cloud, whole or as a canary
  rollback  give the traffic back to the release before
  status    releases, health, what waits, dead letters
  logs      what the services say
  destroy   take it all away again

  help      this text; COMMAND --help tells a command's options

The first five need a JDK 17 or newer and nothing else, the others the Google Cloud CLI, and all but status and logs Terraform.
HELP
}

fail() {
  echo "$1" >&2
  exit 1
}

# Sets java, or says what is missing.
find_jdk() {
  local javac version
  if [[ -n ${JAVA_HOME:-} ]]; then
    java=$JAVA_HOME/bin/java javac=$JAVA_HOME/bin/javac
    [[ -x $javac ]] || fail "JAVA_HOME is $JAVA_HOME, where there is no JDK: let it name a JDK 17 or newer"
  else
    javac=$(command -v javac) || fail 'No JDK found: install a JDK 17 or newer, or let JAVA_HOME name one'
    java=$(command -v java) || fail "There is $javac but no java: let JAVA_HOME name a JDK 17 or newer"
  fi
  version=$("$javac" -version 2>&1)
  version=${version#javac }
  [[ ${version%%[!0-9]*} -ge 17 ]] || fail "$javac is version $version: install a JDK 17 or newer, or let JAVA_HOME name one"
}

# Succeeds if the stamp is missing or something in the given places is newer; a folder is once something in it is gone.
is_stale() {
  local stamp=$1
  shift
  [[ ! -e $stamp || -n $(find "$@" -name target -prune -o -path '*/src/test/*' -prune -o \
    \( -type f -o -path '*/src/main/*' \) -newer "$stamp" -print -quit) ]]
}

# Prints the port of a system that runs from what is built here.
running() {
  local addresses port
  for addresses in "$home"/infra/local/target/local-*/addresses.properties; do
    port=${addresses%/*} port=${port##*-}
    if [[ -e $addresses ]] && (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  return 1
}

# Builds the given modules if what they were built from has changed since: build STAMP MODULES PLACE...
build() {
  local stamp=$home/infra/local/target/$1 modules=$2 places=() port
  shift 2
  for place in "$@"; do places+=("$home/$place"); done
  if is_stale "$stamp" "${places[@]}"; then
    port=$(running) && fail "Something has changed since $modules were built, and on port $port they run: end that first"
    echo "Building $modules (the first time takes some minutes)"
    local begun
    begun=$(mktemp)
    (cd "$home" && ./mvnw -q -B -DskipTests -pl "$modules" -am package) || {
      rm -f "$begun"
      fail 'The build failed: its output above says why'
    }
    mv "$begun" "$stamp"
  fi
}

build_tools() {
  # Whoever asks what runs must not build it anew under it.
  if [[ -e $jar ]] && running >/dev/null; then return; fi
  [[ -e $jar ]] || rm -f "$home/infra/local/target/tools.built"
  build tools.built infra/local pom.xml rules infra/local
}

build_all() {
  [[ -e $jar && -e $home/functions/target/quarkus-app/quarkus-run.jar ]] || rm -f "$home/infra/local/target/all.built"
  build all.built rules,functions,infra/local pom.xml rules functions infra/local
  # The tools are among them: who watches what runs need not build them again under it.
  cp -p "$home/infra/local/target/all.built" "$home/infra/local/target/tools.built"
}

build_bench() {
  build_all
  [[ -e $bench_jar ]] || rm -f "$home/infra/local/target/bench.built"
  build bench.built infra/bench pom.xml rules functions infra/local infra/bench
}

run() {
  exec "$java" -XX:+UseSerialGC -Xmx512m -Dcartwright.home="$home" -jar "$jar" "$@"
}

# The commands around Google Cloud, which the others do not need.
load_cloud() {
  source "$home/infra/cloud/shell.sh"
  source "$home/infra/cloud/help.sh"
  source "$home/infra/cloud/options.sh"
  source "$home/infra/cloud/prerequisites.sh"
  source "$home/infra/cloud/quotas.sh"
  source "$home/infra/cloud/record.sh"
  source "$home/infra/cloud/release.sh"
  source "$home/infra/cloud/terraform.sh"
  source "$home/infra/cloud/revisions.sh"
  source "$home/infra/cloud/image.sh"
  source "$home/infra/cloud/cost.sh"
  source "$home/infra/cloud/cloud.sh"
  source "$home/infra/cloud/destroy.sh"
  source "$home/infra/cloud/status.sh"
  source "$home/infra/cloud/logs.sh"
}

command=${1:-help}
case $command in
  local)
    find_jdk
    case " $* " in
      *' --help '* | *' -h '* | *' --dev '*) build_tools ;;
      *) build_all ;;
    esac
    run "$@"
    ;;
  send | seed | watch)
    find_jdk
    build_tools
    run "$@"
    ;;
  bench)
    find_jdk
    build_bench
    shift
    exec "$java" -Xmx3g -Dcartwright.home="$home" -jar "$bench_jar" "$@"
    ;;
  cloud | rollback | destroy | status | logs)
    shift
    load_cloud
    "$command" "$@"
    ;;
  help | -h | --help)
    usage
    ;;
  *)
    echo "Unknown command: $command" >&2
    usage >&2
    exit 2
    ;;
esac
