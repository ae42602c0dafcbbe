import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOf } from './folder.js';

const output = value => `
output "it" {
  description = "what is asked for"
  value       = ${value}
}`;
const TOPIC = `
# Carries.
resource "google_pubsub_topic" "events" {
  for_each = toset(["a"])
  name     = "events"
}`;

test('what is declared may be referred to', async () => {
  assert.deepEqual(await problemsOf(TOPIC + output('google_pubsub_topic.events["a"].id')), []);
});

test('what is not declared is named: variables, locals, resources, data', async () => {
  assert.deepEqual(await problemsOf(TOPIC + output(
    '"${var.reigon}/${local.none}/${google_pubsub_topic.event.id}/${data.google_project.this.number}"')), [
    'main.tf: output.it: refers to var.reigon, which is not declared',
    'main.tf: output.it: refers to local.none, which is not declared',
    'main.tf: output.it: refers to google_pubsub_topic.event, which is not declared; did you mean google_pubsub_topic.events?',
    'main.tf: output.it: refers to data.google_project.this, which is not declared']);
});

test('an attribute that there is not is named, behind an index too', async () => {
  assert.deepEqual(await problemsOf(TOPIC + output('google_pubsub_topic.events["a"].nam')),
    ['main.tf: output.it: refers to google_pubsub_topic.events.nam, which there is not; did you mean name?']);
});

test('references are found where they hide', async () => {
  for (const hidden of [
    '[for name in [1] : { (name) = var.none }]',
    'true ? 1 : var.none',
    'join(",", ["x ${upper("y${var.none}")}"])',
    '{ a = { "${var.none}" = 1 } }',
  ]) {
    assert.deepEqual(await problemsOf(output(hidden)),
      ['main.tf: output.it: refers to var.none, which is not declared'], hidden);
  }
});

test('text that looks like a reference is none', async () => {
  assert.deepEqual(await problemsOf(output('"var.none ${upper("local.none")} $${var.none} \\"var.none\\""')), []);
});
