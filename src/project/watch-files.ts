/**
 * Says which files change, below folders and one by one. Each folder is watched by itself: `fs.watch` with `recursive` watches every single
 * file on Linux, those in node_modules too, and loses new folders (Node 20).
 */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { errorCode } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';

/** All paths are absolute. */
export interface WatchPlan {
  /** Folders that are watched with all below them. */
  readonly trees: readonly string[];
  /** Files that are watched wherever they are; they need not exist yet, but their folders do. */
  readonly files: readonly string[];
  /** Whether a folder below a tree is left out, with all that is in it. */
  readonly leavesOut: (folder: string) => boolean;
  /** Whether a change of a file below a tree counts. */
  readonly counts: (file: string) => boolean;
}

/** Editors and version control write several files, or one in several steps. */
const SETTLE_MS = 50;

export class FileWatcher {
  #plan: WatchPlan = { trees: [], files: [], leavesOut: () => false, counts: () => false };
  /** Those that are watched with all below them; the others are watched for single files. */
  #treeFolders: ReadonlySet<string> = new Set();
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #changed = new Set<string>();
  #failure: UsageError | undefined;
  #wake: () => void = () => undefined;

  constructor(plan: WatchPlan) {
    this.follow(plan);
  }

  /** From now on a change of these files counts; changes that were noticed before are kept. */
  follow(plan: WatchPlan): void {
    this.#plan = plan;
    this.#treeFolders = new Set(plan.trees.flatMap((tree) => this.#foldersFrom(tree)));
    const folders = new Set([...this.#treeFolders, ...plan.files.map((file) => dirname(file))]);
    for (const folder of this.#watchers.keys()) if (!folders.has(folder)) this.#close(folder);
    for (const folder of folders) this.#open(folder);
  }

  /**
   * Waits until something has changed since the last answer, and a moment more.
   * @returns the files, and folders that are gone, in the order of their paths
   * @throws UsageError when the system watches no more folders
   */
  async next(): Promise<readonly string[]> {
    if (this.#changed.size === 0 && this.#failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    await setTimeout(SETTLE_MS);
    if (this.#failure !== undefined) throw this.#failure;
    const changed = [...this.#changed].sort();
    this.#changed.clear();
    return changed;
  }

  close(): void {
    for (const folder of [...this.#watchers.keys()]) this.#close(folder);
  }

  #open(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event, name) => this.#noticed(folder, event, name));
      this.#watchers.set(folder, watcher);
      watcher.on('error', () => this.#close(folder));
    } catch (error) {
      // A folder that is gone again, or that may not be read, has nothing to say.
      if (!isAtLimit(error)) return;
      this.#failure = new UsageError('the system watches no more folders; raise its limit (on Linux, fs.inotify.max_user_watches), or name fewer paths', { cause: error });
      this.#wake();
    }
  }

  #close(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  /** @param event `rename` when the entry appeared, went away or was replaced */
  #noticed(folder: string, event: string, name: string | null): void {
    const path = name === null ? folder : join(folder, name);
    if (event === 'rename') this.#cameOrWent(path);
    if (this.#plan.files.includes(path) || (this.#treeFolders.has(folder) && this.#plan.counts(path))) this.#note(path);
  }

  /** A folder that is new under its name holds files that nobody has reported; one that was moved away takes its files along in silence. */
  #cameOrWent(path: string): void {
    const known = [...this.#watchers.keys()].filter((folder) => isWithin(folder, path));
    for (const folder of known) this.#close(folder);
    const isBelowTree = this.#treeFolders.has(dirname(path)) && !this.#plan.leavesOut(path);
    const present = isBelowTree ? this.#foldersFrom(path) : [];
    if (known.length > 0 && present.length === 0) this.#note(path);
    this.#treeFolders = new Set([...this.#treeFolders, ...present]);
    for (const folder of present) {
      this.#open(folder);
      for (const file of entriesOf(folder).filter((entry) => !entry.isDirectory)) if (this.#plan.counts(file.path)) this.#note(file.path);
    }
  }

  #note(path: string): void {
    this.#changed.add(path);
    this.#wake();
  }

  /** The folder and all below it, those aside that the plan leaves out; empty when there is no such folder. */
  #foldersFrom(root: string): string[] {
    const folders: string[] = [];
    const pending = isFolder(root) ? [root] : [];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      folders.push(folder);
      pending.push(...entriesOf(folder).filter(({ path, isDirectory }) => isDirectory && !this.#plan.leavesOut(path)).map(({ path }) => path));
    }
    return folders;
  }
}

interface Entry {
  readonly path: string;
  /** A link to one is none: policies are not looked for behind links. */
  readonly isDirectory: boolean;
}

/** Empty for a folder that is gone or may not be read. */
function entriesOf(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({ path: join(folder, entry.name), isDirectory: entry.isDirectory() }));
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function isAtLimit(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOSPC' || code === 'EMFILE';
}
