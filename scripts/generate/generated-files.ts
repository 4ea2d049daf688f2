/** Everything that is made from schemas/elements: path, relative to the repository, to text. */
import { buildersModule } from './builders.js';
import { catalogTable } from './catalog-table.js';
import type { ElementFile } from './element-file.js';
import { policyPages } from './pages.js';

/** The table of facts and the builders. */
export function generatedCode(elements: readonly ElementFile[]): Map<string, string> {
  return new Map([
    ['src/catalog/elements.generated.ts', catalogTable(elements)],
    ['src/dsl/policies.generated.ts', buildersModule(elements)],
  ]);
}

/** The pages. Their examples are run, with the builders as they are on disk: write the code first. */
export async function generatedPages(elements: readonly ElementFile[]): Promise<Map<string, string>> {
  const { exampleXml } = await import('./example-xml.js');
  return policyPages(elements, exampleXml);
}
