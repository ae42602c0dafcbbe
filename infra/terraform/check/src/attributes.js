// Compares what is written in a block with what the provider takes.
import { nearest } from './nearest.js';
import { schemaOf, typesOf } from './schema.js';

const META = {
  resource: ['count', 'for_each', 'depends_on', 'provider', 'lifecycle', 'connection', 'provisioner'],
  data: ['count', 'for_each', 'depends_on', 'provider', 'lifecycle'],
  provider: ['alias', 'version'],
};
const LIFECYCLE = ['create_before_destroy', 'prevent_destroy', 'ignore_changes', 'replace_triggered_by',
  'precondition', 'postcondition'];
const DYNAMIC = ['for_each', 'iterator', 'labels', 'content'];
/** Part of Terraform itself; the provider's schema has no word on it. */
const BUILT_IN = { terraform_data: ['input', 'triggers_replace'] };

/** The problems of a block; `count` is told each name that was compared. */
export function checkBlock(block, count) {
  const { kind, type, name, body } = block;
  const report = (path, words) => `${block.file}: ${block.address}${path.map(part => `.${part}`).join('')}: ${words}`;
  const own = Object.fromEntries(Object.entries(body).filter(([key]) => !META[kind].includes(key)));
  const problems = lifecycleProblems(body, report);
  if (BUILT_IN[type]) {
    return [...problems, ...strangers(own, BUILT_IN[type], [], report, count)];
  }
  const schema = schemaOf(kind, type ?? name);
  if (schema === null) {
    return [report([], `the provider has no such ${kind}${nearest(type ?? name, typesOf(kind))}`)];
  }
  return [...problems, ...compare(own, schema.names, [], report, count)];
}

function compare(body, names, path, report, count) {
  const { dynamic = {}, ...plain } = body;
  const given = [
    ...Object.entries(plain).map(([name, value]) => ({ name, value })),
    ...Object.entries(dynamic).flatMap(([name, blocks]) => blocks.map(block => ({ name, block }))),
  ];
  return [
    ...missing(names, given, path, report),
    ...given.flatMap(one => {
      count();
      const schema = Object.hasOwn(names, one.name) ? names[one.name] : null;
      const here = [...path, one.name];
      if (schema === null) {
        return [report(here, `there is no such name${nearest(one.name, Object.keys(names))}`)];
      }
      return one.block ? dynamicBlock(one.block, schema, here, report, count)
        : written(one.value, schema, here, report, count);
    }),
  ];
}

function missing(names, given, path, report) {
  return Object.entries(names)
    .filter(([name, schema]) => schema.required && !given.some(one => one.name === name))
    .map(([name]) => report([...path, name], 'is required and missing'));
}

function dynamicBlock(block, schema, path, report, count) {
  if (!schema.block) {
    return [report(path, 'is an attribute, so dynamic cannot make it')];
  }
  return [
    ...strangers(block, DYNAMIC, path, report, count),
    ...(block.content ?? []).flatMap(content => compare(content, schema.nested(), path, report, count)),
  ];
}

function written(value, schema, path, report, count) {
  const blocks = Array.isArray(value) && value.every(isObject);
  if (schema.block) {
    if (!blocks) {
      return [report(path, `is a block: write ${path.at(-1)} { … }`)];
    }
    const tooMany = schema.single && value.length > 1 ? [report(path, 'may stand here only once')] : [];
    return [...tooMany, ...value.flatMap(block => compare(block, schema.nested(), path, report, count))];
  }
  if (schema.nested && blocks) {
    return value.flatMap(object => compare(object, schema.nested(), path, report, count));
  }
  return literalProblem(value, schema.kind).map(words => report(path, words));
}

/** Only of values that stand there as they are: what an expression comes to is not known here. */
function literalProblem(value, kind) {
  if (typeof value === 'string' && value.includes('${')) {
    return [];
  }
  const fits = {
    number: () => typeof value === 'number' || (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value))),
    boolean: () => typeof value === 'boolean' || value === 'true' || value === 'false',
    string: () => typeof value !== 'object',
    map: () => isObject(value),
  }[kind];
  return fits === undefined || value === null || fits() ? [] : [`must be a ${kind}, and is ${JSON.stringify(value)}`];
}

function lifecycleProblems(body, report) {
  return (body.lifecycle ?? []).flatMap(block => strangers(block, LIFECYCLE, ['lifecycle'], report, () => {}));
}

function strangers(body, names, path, report, count) {
  return Object.keys(body).flatMap(name => {
    count();
    return names.includes(name) ? []
      : [report([...path, name], `there is no such name${nearest(name, names)}`)];
  });
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
