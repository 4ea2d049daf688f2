/** Which files the configuration's `overrides` are for. */
import { glob } from 'tinyglobby';
import type { RuleLevel } from './define-config.js';
import { shownPath } from './find-files.js';
import type { ResolvedConfig } from './loaded-project.js';

export interface RuleOverride {
  /** As findings show them: relative to the working directory, with `/`. */
  readonly files: ReadonlySet<string>;
  readonly rules: Readonly<Record<string, RuleLevel>>;
}

/** In the order they are written; a later one goes over an earlier one. Globs are relative to the configuration; a folder stands for all below. */
export async function ruleOverrides({ overrides, directory }: ResolvedConfig, cwd: string): Promise<RuleOverride[]> {
  return Promise.all(overrides.map(async ({ files, rules }) => {
    const found = await glob([files].flat(), { cwd: directory, absolute: true, followSymbolicLinks: false, ignore: ['**/node_modules/**', '**/.git/**'] });
    return { files: new Set(found.map((path) => shownPath(cwd, path))), rules };
  }));
}
