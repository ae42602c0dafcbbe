import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOf } from './folder.js';

const subscription = (lines = '') => `
  # Delivers.
  resource "google_pubsub_subscription" "events" {
    name  = "events"
    topic = "events"
    ${lines}
  }`;
const AT = 'main.tf: google_pubsub_subscription.events';

test('what the provider takes is no fault', async () => {
  assert.deepEqual(await problemsOf(subscription(`
    push_config {
      push_endpoint = "https://example.com"
      no_wrapper { write_metadata = true }
    }
    timeouts { create = "5m" }
    depends_on = []
    lifecycle { prevent_destroy = true }`)), []);
});

test('a misspelt attribute is named, with the one that was meant', async () => {
  assert.deepEqual(await problemsOf(subscription('ack_deadline_second = 60')),
    [`${AT}.ack_deadline_second: there is no such name; did you mean ack_deadline_seconds?`]);
});

test('a misspelt attribute in a nested block is named with its path', async () => {
  assert.deepEqual(await problemsOf(subscription(`
    push_config {
      push_endpoint = "https://example.com"
      no_wrapper { write_metadatas = true }
    }`)), [
    `${AT}.push_config.no_wrapper.write_metadata: is required and missing`,
    `${AT}.push_config.no_wrapper.write_metadatas: there is no such name; did you mean write_metadata?`]);
});

test('a misspelt nested block is named', async () => {
  assert.deepEqual(await problemsOf(subscription('retry_polcy { minimum_backoff = "1s" }')),
    [`${AT}.retry_polcy: there is no such name; did you mean retry_policy?`]);
});

test('a dynamic block is looked into', async () => {
  assert.deepEqual(await problemsOf(subscription(`
    dynamic "retry_policy" {
      for_each = ["1s"]
      content { minimum_backof = retry_policy.value }
    }`)), [`${AT}.retry_policy.minimum_backof: there is no such name; did you mean minimum_backoff?`]);
});

test('a dynamic block of a misspelt name is named', async () => {
  assert.deepEqual(await problemsOf(subscription(`
    dynamic "retry_polizy" {
      for_each = ["1s"]
      content { minimum_backoff = "1s" }
    }`)), [`${AT}.retry_polizy: there is no such name; did you mean retry_policy?`]);
});

test('a misspelt word of a dynamic block itself is named', async () => {
  assert.deepEqual(await problemsOf(subscription(`
    dynamic "retry_policy" {
      foreach = ["1s"]
      content { minimum_backoff = "1s" }
    }`)), [`${AT}.retry_policy.foreach: there is no such name; did you mean for_each?`]);
});

test('an unknown type is named, of resources and of data', async () => {
  assert.deepEqual(await problemsOf(`
# Delivers.
resource "google_pubsub_subscriptions" "events" {}
# Reads.
data "google_projct" "this" {}
output "number" {
  description = "its number"
  value       = data.google_projct.this.number
}`), [
    'main.tf: google_pubsub_subscriptions.events: the provider has no such resource; did you mean google_pubsub_subscription?',
    'main.tf: data.google_projct.this: the provider has no such data; did you mean google_project?']);
});

test('what is required is missed, in nested blocks too', async () => {
  assert.deepEqual(await problemsOf(`
# Holds.
resource "google_bigtable_instance" "log" {
  cluster {
    cluster_id = "log"
    autoscaling_config { min_nodes = 1 }
  }
}`), [
    'main.tf: google_bigtable_instance.log.name: is required and missing',
    'main.tf: google_bigtable_instance.log.cluster.autoscaling_config.cpu_target: is required and missing',
    'main.tf: google_bigtable_instance.log.cluster.autoscaling_config.max_nodes: is required and missing']);
});

test('a block is not an attribute, and an attribute is no block', async () => {
  assert.deepEqual(await problemsOf(subscription(`
    retry_policy = "soon"
    dynamic "labels" {
      for_each = [1]
      content {}
    }`)), [
    `${AT}.retry_policy: is a block: write retry_policy { … }`,
    `${AT}.labels: is an attribute, so dynamic cannot make it`]);
});

test('a block that may stand once stands once', async () => {
  assert.deepEqual(await problemsOf(subscription(`
    retry_policy { minimum_backoff = "1s" }
    retry_policy { maximum_backoff = "9s" }`)), [`${AT}.retry_policy: may stand here only once`]);
});

test('a literal has the type of its attribute; an expression is believed', async () => {
  assert.deepEqual(await problemsOf(subscription(`
    ack_deadline_seconds    = "soon"
    enable_message_ordering = "yes"
    filter                  = ["a"]
    labels { app = "shop" }
    retain_acked_messages   = tobool("true")`)), [
    `${AT}.ack_deadline_seconds: must be a number, and is "soon"`,
    `${AT}.enable_message_ordering: must be a boolean, and is "yes"`,
    `${AT}.filter: must be a string, and is ["a"]`,
    `${AT}.labels: must be a map, and is [{"app":"shop"}]`]);
});

test('a misspelt word of lifecycle is named', async () => {
  assert.deepEqual(await problemsOf(subscription('lifecycle { ignore_change = [name] }')),
    [`${AT}.lifecycle.ignore_change: there is no such name; did you mean ignore_changes?`]);
});

test('the provider itself is compared, too, under an alias as well', async () => {
  assert.deepEqual(await problemsOf(`
provider "google" {
  alias          = "billing"
  default_lables = { app = "cartwright" }
}`), ['main.tf: provider.google.default_lables: there is no such name; did you mean default_labels?']);
});

test("Terraform's own terraform_data is known", async () => {
  assert.deepEqual(await problemsOf(`
# Gathers.
resource "terraform_data" "all" {
  inputs = 1
}`), ['main.tf: terraform_data.all.inputs: there is no such name; did you mean input?']);
});
