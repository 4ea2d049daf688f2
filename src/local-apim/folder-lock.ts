/** One server for one folder. */
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';

const LOCK = /^lock\.(\d+)$/u;
/** Folders that this process has: an own number in a lock can also be that of a process that died. */
const held = new Set<string>();

/**
 * Each server puts down a file with the number of its process and then looks for those of others: of two that start at once, at least one sees the
 * other. What a dead process left is taken away.
 * @returns what gives it free
 * @throws UsageError when a live process has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  if (held.has(folder)) throw inUse(folder, process.pid);
  held.add(folder);
  const own = join(folder, `lock.${process.pid}`);
  const unlock = async (): Promise<void> => {
    await rm(own, { force: true });
    held.delete(folder);
  };
  try {
    await (await open(own, 'w')).close();
    for (const name of await readdir(folder)) {
      const other = Number(LOCK.exec(name)?.[1] ?? process.pid);
      if (other === process.pid) continue;
      if (isAlive(other)) throw inUse(folder, other);
      await rm(join(folder, name), { force: true });
    }
  } catch (error) {
    await unlock();
    throw error;
  }
  return unlock;
}

function inUse(folder: string, pid: number): UsageError {
  return new UsageError(`another local APIM, process ${pid}, keeps its content in '${folder}'; end it, or give another folder with --data (if there is no such process, delete lock.${pid} in the folder)`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
