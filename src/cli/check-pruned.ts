/** A last look before something is deleted: that its file is gone, not only unreadable. */
import { UsageError } from '../model/usage-error.js';
import { shownPath } from '../project/find-files.js';
import type { LoadedProject } from '../project/loaded-project.js';
import type { Plan, PlannedChange } from '../publish/plan/plan.js';
import { pathsOf, type PullLayout } from '../publish/pull/pull-layout.js';

const LAYOUTS: readonly PullLayout[] = [
  { namedValues: 'named values', fragments: 'policy fragments' },
  { namedValues: 'namedValues', fragments: 'policyFragments' },
];

/**
 * A file in whose place nothing is found any more that is a policy, because its first tag was misspelt or it is half a file, is passed over when policies are looked for.
 * @throws UsageError when such a file stands where a resource that would be deleted has its own
 */
export function checkPruned({ changes }: Pick<Plan, 'changes'>, { lookedAt, files }: Pick<LoadedProject, 'lookedAt' | 'files'>, cwd: string): void {
  const deleted = changes.filter(({ action }) => action === 'delete');
  if (deleted.length === 0) return;
  const read = new Set(files.filter(({ documents }) => documents.length > 0).map(({ absolutePath }) => absolutePath));
  const passedOver = lookedAt.filter((path) => !read.has(path));
  const mistakes = deleted.flatMap((change) => {
    const file = passedOver.find((path) => isPlaceOf(change, path));
    return file === undefined ? [] : [`'${shownPath(cwd, file)}' is there and holds no policy, so that ${change.address} is not deleted: mend the file, or take it away`];
  });
  if (mistakes.length > 0) throw new UsageError(mistakes);
}

function isPlaceOf({ key }: PlannedChange, path: string): boolean {
  const slashed = path.replaceAll('\\', '/').toLowerCase();
  return LAYOUTS.flatMap((layout) => Object.values(pathsOf(key, layout))).some((place: string) => slashed.endsWith(`/${place.toLowerCase()}`));
}
