/** Where the running tool lives: policy files import this very copy, wherever they are themselves. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InternalError } from '../model/internal-error.js';

export interface ToolLocation {
  /** Absolute folder of the tool's package.json. */
  readonly root: string;
  readonly version: string;
  /** `dist`: built, as users have it. `src`: run from its sources, as in its own tests. */
  readonly form: 'dist' | 'src';
}

let located: ToolLocation | undefined;

/** @throws InternalError when the code runs outside of its package */
export function toolLocation(): ToolLocation {
  return (located ??= locate(dirname(fileURLToPath(import.meta.url))));
}

function locate(start: string): ToolLocation {
  for (let root = start; ; root = dirname(root)) {
    const manifest = join(root, 'package.json');
    if (existsSync(manifest)) {
      const { name, version }: { name?: unknown; version?: unknown } = JSON.parse(readFileSync(manifest, 'utf8'));
      if (name === 'aoai-policy') {
        return { root, version: String(version), form: relative(root, start).split(sep)[0] === 'src' ? 'src' : 'dist' };
      }
    }
    if (root === dirname(root)) throw new InternalError(`the package of ${start} has no package.json`);
  }
}
