/** Everything that is made from schemas/: path, relative to the repository, to text. */
import { buildersModule } from './builders.js';
import { catalogTable } from './catalog-table.js';
import { readElementFiles } from './element-file.js';
import { policyPages } from './pages.js';

/** @param root the repository's folder */
export function generatedFiles(root: URL): Map<string, string> {
  const elements = readElementFiles(new URL('schemas/elements/', root));
  return new Map([
    ['src/catalog/elements.generated.ts', catalogTable(elements)],
    ['src/dsl/policies.generated.ts', buildersModule(elements)],
    ...policyPages(elements),
  ]);
}
