/** Folders and servers that go when the test has ended. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The last one first. */
export function afterTest(close: () => unknown): void {
  closing.push(close);
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-push-'));
  afterTest(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
