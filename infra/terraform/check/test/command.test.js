import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CHECK = fileURLToPath(new URL('../check.js', import.meta.url));
const run = (...args) => spawnSync(process.execPath, [CHECK, ...args], { encoding: 'utf8' });

test("the project's own files have no fault", () => {
  const { status, stdout, stderr } = run();
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.match(stdout, /resources and data sources.*no fault/);
});

test('a fault ends the command with 1, and is printed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'terraform-check-'));
  writeFileSync(path.join(folder, 'main.tf'), '# Carries.\nresource "google_pubsub_topic" "events" {\n  nam = "events"\n}\n');
  const { status, stderr } = run(folder);
  rmSync(folder, { recursive: true });
  assert.equal(status, 1);
  assert.match(stderr, /main\.tf: google_pubsub_topic\.events\.nam: there is no such name; did you mean name\?/);
});

test('a folder without Terraform files cannot be checked', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'terraform-check-'));
  const { status, stderr } = run(folder);
  rmdirSync(folder);
  assert.equal(status, 2);
  assert.match(stderr, /there are no Terraform files/);
});

test('--help tells what is found and what is not', () => {
  const { status, stdout } = run('--help');
  assert.equal(status, 0);
  assert.match(stdout, /What it cannot find/);
});
