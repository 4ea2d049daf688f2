/** From positions in a bundle back to the user's files. */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CallSite } from '../dsl/authored.js';
import type { CallOrigin } from '../dsl/code-origin.js';
import { SourceText, type Origin } from '../model/origin.js';
import type { Range } from '../syntax/text/position.js';
import type { StoredBundle } from './bundle-cache.js';
import { FILE_START } from './file-problem.js';
import { shownPath } from './find-files.js';

interface SourcePlace {
  readonly source: SourceText;
  readonly absolutePath: string;
  readonly line: number;
  readonly column: number;
}

/** One bundle's source map; read when the first place is asked for, because a clean run asks for none. */
export class ScriptMap {
  readonly #bundle: StoredBundle;
  readonly #url: string;
  readonly #cwd: string;
  readonly #sources = new Map<string, SourceText>();
  #trace: TraceMap | undefined;

  constructor(bundle: StoredBundle, cwd: string) {
    this.#bundle = bundle;
    this.#url = pathToFileURL(bundle.script).href;
    this.#cwd = cwd;
  }

  /** The place of a builder's call, resolved when it is looked at. */
  originOf(callSite: CallSite): CallOrigin {
    return new MappedOrigin(() => this.#place(callSite.line, callSite.column), callSite.url);
  }

  /** The places in an error's stack that are the user's own code, innermost first. */
  originsInStack(stack: string): Origin[] {
    return stack.split('\n').flatMap((line) => {
      const start = line.indexOf(`${this.#url}:`);
      if (start < 0) return [];
      const [lineNumber, column] = line.slice(start + this.#url.length + 1).split(':', 2).map((digits) => Number.parseInt(digits, 10));
      const place = this.#place(lineNumber ?? 1, column ?? 1);
      return place === undefined || place.absolutePath.split(sep).includes('node_modules') ? [] : new MappedOrigin(() => place, '');
    });
  }

  #place(line: number, column: number): SourcePlace | undefined {
    this.#trace ??= new TraceMap(readFileSync(this.#bundle.sourceMap, 'utf8'));
    const original = originalPositionFor(this.#trace, { line, column: Math.max(0, column - 1) });
    if (original.source === null || /^aoai-\w+:|^<stdin>$/u.test(original.source)) return undefined;
    const absolutePath = resolve(dirname(this.#bundle.script), original.source);
    return { source: this.#source(absolutePath), absolutePath, line: original.line, column: original.column + 1 };
  }

  #source(absolutePath: string): SourceText {
    const known = this.#sources.get(absolutePath);
    if (known !== undefined) return known;
    const source = new SourceText(shownPath(this.#cwd, absolutePath), () => readFileSync(absolutePath, 'utf8'));
    this.#sources.set(absolutePath, source);
    return source;
  }
}

/** The name that stands at a place: what is underlined. */
class MappedOrigin implements CallOrigin {
  readonly #locate: () => SourcePlace | undefined;
  readonly #fallback: string;
  #place: SourcePlace | undefined;
  #range: Range | undefined;

  constructor(locate: () => SourcePlace | undefined, fallback: string) {
    this.#locate = locate;
    this.#fallback = fallback;
  }

  get file(): string {
    return (this.#place ??= this.#locate())?.source.path ?? this.#fallback;
  }

  /** The author's file; empty when the place is not known. */
  get source(): SourceText {
    return (this.#place ??= this.#locate())?.source ?? new SourceText(this.#fallback, '');
  }

  get range(): Range {
    return (this.#range ??= this.#resolveRange());
  }

  #resolveRange(): Range {
    const place = (this.#place ??= this.#locate());
    if (place === undefined) return { start: FILE_START, end: FILE_START };
    const { lines, text } = place.source;
    const start = lines.offset(place.line, place.column);
    const name = /^[\w$]*/u.exec(text.slice(start, start + 100))?.[0] ?? '';
    return lines.range({ start, end: Math.min(text.length, start + Math.max(1, name.length)) });
  }
}
