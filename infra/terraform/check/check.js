// Prints every fault of a folder of Terraform files, and ends with 1 where there is one.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFolder } from './src/folder.js';

const HELP = `Compares Terraform files with the schema of the provider that they pin, without the provider itself.

  node check.js [FOLDER]     the folder above this one, unless it is told
  node check.js --help

What it finds: unknown types, misspelt attributes and blocks at any depth (dynamic ones too), what is required and
missing, literals of the wrong type, references to what is not declared or has no such attribute, unused variables,
locals and data sources, resources without a reason above them, values for variables that do not exist.

What it cannot find: whether an expression has the right type, whether Google takes a value (names of regions, roles,
metrics, sizes), rules between attributes (conflicts, one of), references deeper than the first attribute. These show
in terraform plan or apply, with the provider and an account.
`;

const [argument] = process.argv.slice(2);
if (argument === '--help') {
  console.log(HELP);
} else {
  const folder = path.resolve(argument ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
  try {
    const { problems, counts } = await checkFolder(folder);
    problems.forEach(problem => console.error(problem));
    console.log(`${counts.blocks} resources and data sources, ${counts.names} names in them, provider google `
      + `${counts.version}: ${problems.length === 0 ? 'no fault' : `${problems.length} faults`}. `
      + 'Values, and types of expressions, are not checked here (--help).');
    process.exitCode = problems.length === 0 ? 0 : 1;
  } catch (failure) {
    console.error(`Cannot check ${folder}: ${failure.message ?? failure}`);
    process.exitCode = 2;
  }
}
