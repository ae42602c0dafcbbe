import { checkBlock } from './attributes.js';
import { blocksOf, terraformFiles, variableFiles } from './files.js';
import { checkReferences } from './references.js';
import { providerVersion } from './schema.js';
import { unexplained, unused, wrongPin, wrongValues } from './upkeep.js';

/** `{ problems, counts }` of all Terraform files of one folder. */
export async function checkFolder(folder) {
  const files = await terraformFiles(folder);
  if (files.length === 0) {
    throw new Error('there are no Terraform files');
  }
  const blocks = ['provider', 'resource', 'data'].flatMap(kind => blocksOf(files, kind));
  const counts = { blocks: blocks.filter(block => block.kind !== 'provider').length, names: 0,
    version: providerVersion() };
  const { problems: dangling, used } = checkReferences(files);
  return {
    counts,
    problems: [
      ...wrongPin(files, counts.version),
      ...blocks.flatMap(block => checkBlock(block, () => counts.names++)),
      ...dangling,
      ...unused(files, used),
      ...unexplained(files),
      ...wrongValues(files, await variableFiles(folder)),
    ],
  };
}
