/** One push per environment at a time: a file that names the process which is at it. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { parseJsonObject } from '../../model/json.js';
import { errorCode, reason } from '../../model/system-error.js';
import { UsageError } from '../../model/usage-error.js';

interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
  /** When the process began, as the system counts; a later process with the same id has another. Absent where the system does not tell. */
  readonly began?: string;
}

export interface PushLock {
  readonly release: () => void;
}

const LOCK = 'lock';

/** How much the clock may have been set since the computer was started, in milliseconds. */
const CLOCK_DOUBT = 60_000;

/** What a file system without hard links says. */
const HAS_NO_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP']);

/** How often to try again when others come and go. */
const ATTEMPTS = 10;

/**
 * @param folder of the environment; made when it is not there
 * @throws UsageError when a push that is still running holds it
 */
export function takeLock(folder: string): PushLock {
  const path = join(folder, LOCK);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`the folder '${folder}' cannot be made: ${reason(error)}`, { cause: error });
  }
  const began = beginOf(process.pid);
  const holder: LockHolder = { pid: process.pid, host: hostname(), since: new Date().toISOString(), ...(began === undefined ? {} : { began }) };
  const content = `${JSON.stringify({ ...holder, ticket: `${process.pid}-${++tickets}` })}\n`;
  for (let attempt = 1; ; attempt++) {
    if (linkNew(path, content)) return { release: () => { if (readLock(path) === content) rmSync(path, { force: true }); } };
    const found = readLock(path);
    if (found !== undefined) {
      if (attempt === ATTEMPTS || !isStale(found)) throw refusal(path, found);
      removeStale(path, found);
    }
  }
}

let tickets = 0;

/** Whether another process is pushing now. */
export function isPushUnderWay(folder: string): boolean {
  const found = readLock(join(folder, LOCK));
  return found !== undefined && !isStale(found);
}

/**
 * For who would only come to take the lock later on, after having seen what a push under way has written so far.
 * @throws UsageError when another process is pushing now
 */
export function checkUnlocked(folder: string): void {
  const path = join(folder, LOCK);
  const found = readLock(path);
  if (found !== undefined && !isStale(found)) throw refusal(path, found);
}

/** Makes the file with its content at once, so that nobody sees it empty; false when it is there already. */
function linkNew(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}-${++tickets}`;
  try {
    writeFileSync(draft, content, { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!HAS_NO_LINKS.has(errorCode(error))) throw error;
      writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw new UsageError(`the lock '${path}' cannot be made: ${reason(error)}`, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes away the one that was judged; another process may have been quicker, whose fresh lock is then put back. */
function removeStale(path: string, judged: string): void {
  const aside = `${path}.${process.pid}-${++tickets}`;
  try {
    renameSync(path, aside);
    const taken = readLock(aside);
    if (taken !== undefined && taken !== judged) linkNew(path, taken);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new UsageError(`the lock '${path}' cannot be read: ${reason(error)}`, { cause: error });
  }
}

/** On another host nobody can tell; what is no lock of ours is left for people to judge. */
function isStale(content: string): boolean {
  const holder = holderOf(content);
  if (holder === undefined || holder.host !== hostname()) return false;
  if (Date.parse(holder.since) < Date.now() - uptime() * 1000 - CLOCK_DOUBT) return true;
  return !isAlive(holder);
}

function isAlive({ pid, began }: LockHolder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else's.
    if (errorCode(error) !== 'EPERM') return false;
  }
  const now = beginOf(pid);
  return began === undefined || now === undefined || now === began;
}

/** Clock ticks since boot at which a process began, fields 3 (state) and 22 of proc_pid_stat(5). Linux only. */
function beginOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? 'ended' : fields[18];
  } catch {
    return undefined;
  }
}

function holderOf(content: string): LockHolder | undefined {
  const value = parseJsonObject(content);
  if (value === undefined) return undefined;
  const { pid, host, since, began } = value;
  if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string') return undefined;
  return { pid, host, since, ...(typeof began === 'string' ? { began } : {}) };
}

function refusal(path: string, content: string): UsageError {
  const holder = holderOf(content);
  if (holder === undefined) return new UsageError(`'${path}' is not a lock that push has made: delete it if no push is running`);
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return new UsageError(`a push to this environment is running${where} since ${holder.since} (process ${holder.pid}): wait for it, or delete '${path}' if it is not running any more`);
}
