import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@cdktf/hcl2json';

/** Every Terraform file of the folder as `{ name, text, body }`; fails with the file and line of a syntax error. */
export async function terraformFiles(folder) {
  return read(folder, name => name.endsWith('.tf'));
}

/** Every file of values for variables. */
export async function variableFiles(folder) {
  return read(folder, name => name.endsWith('.tfvars'));
}

/** Every block of a kind with two labels, such as `resource`, or with one, such as `variable`. */
export function blocksOf(files, kind) {
  return files.flatMap(file => Object.entries(file.body[kind] ?? {}).flatMap(([first, second]) =>
    Array.isArray(second)
      ? second.map(body => ({ file: file.name, kind, name: first, address: address(kind, first), body }))
      : Object.entries(second).flatMap(([name, bodies]) => bodies.map(body =>
        ({ file: file.name, kind, type: first, name, address: address(kind, `${first}.${name}`), body })))));
}

function address(kind, labels) {
  return kind === 'resource' ? labels : `${kind}.${labels}`;
}

async function read(folder, wanted) {
  const names = readdirSync(folder).filter(wanted).sort();
  return Promise.all(names.map(async name => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return { name, text, body: await parse(name, text) };
  }));
}
