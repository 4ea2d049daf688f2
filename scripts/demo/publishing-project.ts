/** A project to publish from: one reference policy with its backends, and the configuration that names the service. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/root.js';

const POLICY = 'policies/azure-openai.ts';

/** @param folder empty; becomes the project */
export function writeProject(folder: string, endpoint: string): void {
  mkdirSync(join(folder, 'policies'));
  writeFileSync(join(folder, POLICY), readFileSync(new URL(POLICY, ROOT), 'utf8'));
  writeFileSync(
    join(folder, 'aoai-policy.config.ts'),
    `import { defineConfig } from 'aoai-policy';\n\nexport default defineConfig({\n  environments: {\n    local: { endpoint: '${endpoint}' },\n  },\n});\n`,
  );
}

/** The change of the demo: provisioned throughput also for priorities up to 150. Gives both lines, before and after. */
export function widenFirstRange(folder: string): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const file = join(folder, POLICY);
  const before = readFileSync(file, 'utf8');
  const after = before.replace('from: 0, to: 100,', 'from: 0, to: 150,').replace('from: 101, to: 500,', 'from: 151, to: 500,');
  writeFileSync(file, after);
  const lines = { before: before.split('\n'), after: after.split('\n') };
  return {
    before: lines.before.filter((line, index) => line !== lines.after[index]),
    after: lines.after.filter((line, index) => line !== lines.before[index]),
  };
}
