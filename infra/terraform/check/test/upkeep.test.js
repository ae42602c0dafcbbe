import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOf } from './folder.js';

const VARIABLES = `
variable "size" {
  description = "How large."
  type        = number

  validation {
    condition     = var.size > 0
    error_message = "It must be more than nothing."
  }
}
variable "zone" {
  description = "Where."
  type        = string
}`;
const USES = `
output "both" {
  description = "both"
  value       = "\${var.size} \${var.zone}"
}`;

test('a variable that only its own validation looks at is unused, and so are locals and data', async () => {
  assert.deepEqual(await problemsOf(`${VARIABLES}
locals {
  spare = 1
}
# Reads.
data "google_project" "this" {}`), [
    'main.tf: data.google_project.this: nothing uses it',
    'main.tf: var.size: nothing uses it',
    'main.tf: var.zone: nothing uses it',
    'main.tf: local.spare: nothing uses it']);
});

test('a resource says why it is there', async () => {
  assert.deepEqual(await problemsOf('\nresource "google_pubsub_topic" "events" {\n  name = "events"\n}'),
    ['main.tf:2: google_pubsub_topic.events: a comment above it is to say why it is there']);
});

test('a variable and an output say what they are', async () => {
  assert.deepEqual(await problemsOf('variable "a" {}\noutput "b" {\n  value = var.a\n}'), [
    'main.tf: variable.a: a description is missing',
    'main.tf: output.b: a description is missing']);
});

test('environments set variables that there are, and the same ones', async () => {
  assert.deepEqual(await problemsOf(VARIABLES + USES, {
    'dev.tfvars': 'size = 1\nzone = "b"',
    'prod.tfvars': 'size = 2\nzon = "b"',
  }), [
    'dev.tfvars: zon: another environment sets it, and this one does not',
    'prod.tfvars: zon: there is no such variable; did you mean zone?',
    'prod.tfvars: zone: another environment sets it, and this one does not']);
});

test('the pin is the version whose schema is compared', async () => {
  assert.deepEqual(await problemsOf(`terraform {
  required_providers {
    google = { source = "hashicorp/google", version = "6.49.0" }
  }
}`), ['main.tf: terraform.required_providers.google: pins 6.49.0, but the schema is that of 6.50.0']);
});

test('a syntax error names its file and line', async () => {
  await assert.rejects(problemsOf('resource "a" {'), failure => String(failure.message ?? failure).includes('main.tf:1'));
});
