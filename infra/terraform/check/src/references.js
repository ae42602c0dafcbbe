// Follows every reference of the files to what it names.
import { blocksOf } from './files.js';
import { nearest } from './nearest.js';
import { schemaOf } from './schema.js';

// The address, and the first attribute of it, which may stand behind an index.
const REFERENCE = /(?<![\w.])((?:var|local|data\.google_\w+|google_\w+|terraform_data)\.[\w-]+)(?=(?:\[[^\]]*\])*(?:\.(\w+))?)/g;

/** `{ problems, used }`: dangling references, and all addresses that something other than itself refers to. */
export function checkReferences(files) {
  const declared = declarations(files);
  const problems = [];
  const used = new Set();
  for (const place of places(files)) {
    for (const text of strings(place.body)) {
      for (const target of referencesIn(text)) {
        if (target.address !== place.address) {
          used.add(target.address);
        }
        problems.push(...dangling(target, declared).map(words => `${place.file}: ${place.address}: ${words}`));
      }
    }
  }
  return { problems: [...new Set(problems)], used };
}

/** Every address that is declared, with its type where it is of the provider. */
export function declarations(files) {
  const all = new Map();
  for (const kind of ['resource', 'data']) {
    blocksOf(files, kind).forEach(block => all.set(block.address, block));
  }
  blocksOf(files, 'variable').forEach(block => all.set(`var.${block.name}`, block));
  locals(files).forEach(local => all.set(local.address, local));
  return all;
}

function locals(files) {
  return files.flatMap(file => (file.body.locals ?? []).flatMap(block => Object.entries(block).map(([name, body]) =>
    ({ file: file.name, kind: 'local', address: `local.${name}`, body }))));
}

function places(files) {
  const blocks = ['resource', 'data', 'output', 'provider', 'check'].flatMap(kind => blocksOf(files, kind));
  const variables = blocksOf(files, 'variable').map(block => ({ ...block, address: `var.${block.name}` }));
  return [...blocks, ...variables, ...locals(files)];
}

function* strings(value) {
  if (typeof value === 'string') {
    if (value.includes('${')) {
      yield value;
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, nested] of Object.entries(value)) {
      yield* strings(key);
      yield* strings(nested);
    }
  }
}

function referencesIn(template) {
  return [...codeOf(template).matchAll(REFERENCE)].map(([, address, member]) => ({ address, member }));
}

/** What of a template is code: all within `${…}` but the literals there, which may be templates again. */
function codeOf(template) {
  const open = [];
  let code = '';
  for (let at = 0; at < template.length; at++) {
    const inCode = open.at(-1) === '{';
    if (!inCode && template.startsWith('${', at) && template[at - 1] !== '$') {
      open.push('{');
      code += ' ';
      at++;
    } else if (inCode && template[at] === '}' || open.at(-1) === '"' && template[at] === '"') {
      open.pop();
      code += ' ';
    } else if (inCode && '{"'.includes(template[at])) {
      open.push(template[at]);
      code += ' ';
    } else if (inCode) {
      code += template[at];
    } else if (template[at] === '\\') {
      at++;
    }
  }
  return code;
}

function dangling({ address, member }, declared) {
  const target = declared.get(address);
  if (target === undefined) {
    return [`refers to ${address}, which is not declared${nearest(address, [...declared.keys()])}`];
  }
  const attributes = member === undefined || target.type === undefined ? undefined
    : schemaOf(target.kind, target.type)?.attributes;
  return attributes === undefined || attributes.has(member) ? []
    : [`refers to ${address}.${member}, which there is not${nearest(member, [...attributes])}`];
}
