// The provider's schema, read from the classes that were generated of it. Its text is read instead of running it:
// running needs a code generator that is ten times its size, and lacks the names in the provider's own spelling.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const LIBRARY = path.join(path.dirname(
  createRequire(import.meta.url).resolve('@cdktf/provider-google/package.json')), 'lib');
const ENTRY = new RegExp(String.raw`^ +(\w+): \{\n +value: (.*),\n +isBlock: (true|false),\n +type: "(\w+)",\n`
  + String.raw` +storageClassType: "(\w*)",\n`, 'gm');
const NESTED = /(?<![.\w])(\w+)ToHclTerraform/;

const known = new Map();

/**
 * `{ names, attributes }`: what may be written in the block, each name with `{ block, single, required, kind, nested }`,
 * and what may be read of it; null for an unknown type.
 */
export function schemaOf(kind, type) {
  const folder = folderOf(kind, type);
  if (!known.has(folder)) {
    known.set(folder, existsSync(path.join(LIBRARY, folder)) ? read(folder) : null);
  }
  return known.get(folder);
}

/** All types of `resource` or `data`. */
export function typesOf(kind) {
  return readdirSync(LIBRARY, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'provider' && isData(entry.name) === (kind === 'data'))
    .map(entry => typeOf(entry.name));
}

/** Of the provider, as the generated classes tell it. */
export function providerVersion() {
  return /providerVersion: '([^']+)'/.exec(text('project-service', 'index.js'))[1];
}

function folderOf(kind, type) {
  if (kind === 'provider') {
    return 'provider';
  }
  return (kind === 'data' ? `data-${type}` : type.replace(/^google_/, '')).replaceAll('_', '-');
}

// A resource's folder may begin with data-, too, as of google_data_catalog_tag.
function isData(folder) {
  return folder.startsWith('data-google-');
}

function typeOf(folder) {
  const name = folder.replaceAll('-', '_');
  return isData(folder) ? name.replace(/^data_/, '') : `google_${name}`;
}

function read(folder) {
  const files = sources(folder);
  const code = files.filter(file => file.endsWith('.js')).map(file => text(folder, file)).join('\n');
  const interfaces = interfacesOf(files.filter(file => file.endsWith('.d.ts'))
    .map(file => text(folder, file)).join('\n'));
  const blocks = new Map([...code.matchAll(/function (\w+)ToHclTerraform\(struct\) \{([\s\S]*?)\n\}/g)]
    .map(found => [found[1], found[2]]));
  const root = /synthesizeHclAttributes\(\) \{([\s\S]*?)\n {4}\}/.exec(code)?.[1];
  const config = interfaces.find(entry => entry.root);
  if (!root || !config) {
    throw new Error(`The package's text is not as this check knows it: ${folder}`);
  }
  const names = namesOf(root, config.members, blocks, interfaces);
  return { names, attributes: new Set([...Object.keys(names), ...exported(code)]) };
}

function namesOf(body, members, blocks, interfaces) {
  const names = {};
  for (const [, name, value, block, kind, storage] of body.matchAll(ENTRY)) {
    const nested = NESTED.exec(value.replaceAll(/cdktf\.\w+ToHclTerraform/g, ''))?.[1];
    const member = members.get(/(?:struct\.|this\._)(\w+)/.exec(value)[1]) ?? { required: false, many: true };
    names[name] = {
      block: block === 'true',
      single: block === 'true' && !member.many,
      required: member.required,
      kind: kind === 'simple' ? storage : kind,
      nested: nested && (() => namesOf(blocks.get(nested), membersOf(interfaces, nested), blocks, interfaces)),
    };
  }
  return names;
}

function membersOf(interfaces, name) {
  return interfaces.find(entry => entry.name.toLowerCase() === name.toLowerCase())?.members ?? new Map();
}

function interfacesOf(declarations) {
  return [...declarations.matchAll(/export interface (\w+)( extends cdktf\.\w+)? \{([\s\S]*?)\n\}/g)]
    .map(([, name, root, body]) => ({
      name,
      root: Boolean(root) || name === 'GoogleProviderConfig',
      members: new Map([...body.matchAll(/^ {4}readonly (\w+)(\??): ([^;]*);?/gm)]
        .map(([, member, optional, type]) => [member, { required: !optional, many: type.includes('[]') }])),
    }));
}

function exported(code) {
  const resource = /class \w+ extends cdktf\.Terraform(?:Resource|DataSource|Provider) \{([\s\S]*)/.exec(code)[1];
  return [...resource.matchAll(/get\w+Attribute\('(\w+)'\)|new \w+\(this, "(\w+)"/g)].map(found => found[1] ?? found[2]);
}

function sources(folder) {
  const nested = path.join(LIBRARY, folder, 'index-structs');
  return ['index.js', 'index.d.ts',
    ...(existsSync(nested) ? readdirSync(nested).map(file => path.join('index-structs', file)) : [])];
}

function text(folder, file) {
  return readFileSync(path.join(LIBRARY, folder, file), 'utf8');
}
