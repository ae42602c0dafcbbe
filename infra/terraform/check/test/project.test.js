import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { blocksOf, terraformFiles } from '../src/files.js';

// What Google is known to refuse, though no schema tells.
const files = await terraformFiles(path.join(fileURLToPath(import.meta.url), '../../..'));
const resources = blocksOf(files, 'resource');
const of = type => resources.filter(resource => resource.type === type);

test('a metric of logs is made before the image is built, since an alert on a new one is refused', () => {
  const foundation = resources.find(resource => resource.address === 'terraform_data.foundation');
  for (const metric of of('google_logging_metric')) {
    assert.ok(foundation.body.depends_on.includes(`\${${metric.address}}`), metric.address);
  }
});

test('the version of a secret stays, since instances start while it is replaced', () => {
  for (const version of of('google_secret_manager_secret_version')) {
    assert.equal(version.body.deletion_policy, 'ABANDON', version.address);
  }
});

test('a role of our own has the name of its deployment, since that of a deleted one is taken', () => {
  for (const role of of('google_project_iam_custom_role')) {
    assert.match(role.body.role_id, /\$\{terraform_data\.birth\.output\}$/, role.address);
  }
});
