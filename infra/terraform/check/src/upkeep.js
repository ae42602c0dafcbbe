// What keeps the files in order: nothing unused, nothing unexplained, both environments complete.
import { blocksOf } from './files.js';
import { nearest } from './nearest.js';
import { declarations } from './references.js';

const HEAD = /^(?:resource|data) "(\w+)" "(\w+)"/;

/** Variables, locals and data sources that nothing refers to. */
export function unused(files, used) {
  return [...declarations(files)]
    .filter(([address, block]) => block.kind !== 'resource' && !used.has(address))
    .map(([address, block]) => `${block.file}: ${address}: nothing uses it`);
}

/** Resources without a comment above them; variables and outputs without a description. */
export function unexplained(files) {
  const resources = files.flatMap(file => {
    const lines = file.text.split('\n');
    return lines.flatMap((line, index) => HEAD.test(line) && !lines[index - 1]?.startsWith('#')
      ? [`${file.name}:${index + 1}: ${HEAD.exec(line).slice(1).join('.')}: a comment above it is to say why it is there`]
      : []);
  });
  const described = ['variable', 'output'].flatMap(kind => blocksOf(files, kind))
    .filter(block => !block.body.description)
    .map(block => `${block.file}: ${block.address}: a description is missing`);
  return [...resources, ...described];
}

/** Values for variables that do not exist, and variables that one environment sets and another does not. */
export function wrongValues(files, valueFiles) {
  const variables = blocksOf(files, 'variable').map(block => block.name);
  const all = new Set(valueFiles.flatMap(file => Object.keys(file.body)));
  return valueFiles.flatMap(file => [
    ...Object.keys(file.body).filter(name => !variables.includes(name))
      .map(name => `${file.name}: ${name}: there is no such variable${nearest(name, variables)}`),
    ...[...all].filter(name => !Object.hasOwn(file.body, name))
      .map(name => `${file.name}: ${name}: another environment sets it, and this one does not`),
  ]);
}

/** The pinned provider is to be the one whose schema is compared. */
export function wrongPin(files, version) {
  const pins = files.flatMap(file => (file.body.terraform ?? []).flatMap(block =>
    (block.required_providers ?? []).map(providers => ({ file: file.name, pin: providers.google?.version }))));
  return pins.length === 0 ? ['The provider google is pinned nowhere (terraform { required_providers { … } })']
    : pins.filter(({ pin }) => pin !== version)
      .map(({ file, pin }) => `${file}: terraform.required_providers.google: pins ${pin}, but the schema is that of ${version}`);
}
