import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../..', import.meta.url));
const IMAGE = `shop/cartwright@sha256:${'0'.repeat(64)}`;
const NEW = 'r1795276800';
const OLD = 'r1795190400';
const skip = spawnSync('terraform', ['version']).status === 0 ? false : 'there is no terraform on this machine';

let folder;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'terraform-traffic-'));
  ['services.tf', 'variables.tf', 'groups.json', 'dev.tfvars'].forEach(name =>
    copyFileSync(path.join(SOURCES, name), path.join(folder, name)));
});

after(() => rmSync(folder, { recursive: true }));

function terraform(expression, variables) {
  const values = { project: 'shop', region: 'europe-west1', image: IMAGE, release: NEW, rules_version: 1, ...variables };
  return spawnSync('terraform', ['console', '-var-file=dev.tfvars',
    ...Object.entries(values).map(([name, value]) => `-var=${name}=${value}`)],
  { cwd: folder, input: `${expression}\n`, encoding: 'utf8' });
}

function sharesOf(service, variables) {
  const { stdout, stderr } = terraform(`jsonencode(local.shares["${service}"])`, variables);
  assert.ok(stdout, stderr);
  return JSON.parse(JSON.parse(stdout));
}

test('a release without a stable one beside it gets everything', { skip }, () => {
  assert.deepEqual(sharesOf('front-door', {}), { [NEW]: 100 });
});

test('a canary gets its share, and the stable release the rest', { skip }, () => {
  const canary = { stable_release: OLD, canary_percent: 10, canary_functions: true };
  assert.deepEqual(sharesOf('front-door', canary), { [NEW]: 10, [OLD]: 90 });
  assert.deepEqual(sharesOf('cart', canary), { [NEW]: 10, [OLD]: 90 });
});

test('functions with other rules change over at once', { skip }, () => {
  const canary = { stable_release: OLD, canary_percent: 10, canary_functions: false };
  assert.deepEqual(sharesOf('front-door', canary), { [NEW]: 10, [OLD]: 90 });
  assert.deepEqual(sharesOf('cart', canary), { [NEW]: 100 });
});

test('after a rollback the stable release gets everything', { skip }, () => {
  assert.deepEqual(sharesOf('front-door', { stable_release: OLD, canary_percent: 0 }), { [OLD]: 100 });
});

test('a promoted canary gets everything', { skip }, () => {
  assert.deepEqual(sharesOf('front-door', { stable_release: OLD, canary_percent: 100 }), { [NEW]: 100 });
});

test('what cannot be meant is refused', { skip }, () => {
  for (const [variables, words] of [
    [{ canary_percent: 10 }, /set stable_release/],
    [{ canary_percent: 101, stable_release: OLD }, /from 0 to 100/],
    [{ stable_release: NEW }, /are the same/],
    [{ release: 'latest' }, /r and ten digits/],
    [{ image: 'shop/cartwright:latest' }, /digest/],
    [{ identity_issuer: 'https://id.example' }, /identity_audience/],
  ]) {
    assert.match(terraform('1', variables).stderr, words);
  }
});
