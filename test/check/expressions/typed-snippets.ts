/** The policy expressions of fixtures/csharp/types and what Roslyn says of their types. */
import { readdirSync, readFileSync } from 'node:fs';
import { snippetOf, type Snippet } from '../../syntax/csharp/snippets.js';

const FOLDER = new URL('../../../fixtures/csharp/types/', import.meta.url);
export const CORPUS_TYPE_VERDICTS = new URL('corpus.verdicts.json', FOLDER);

export interface TypedSnippet extends Snippet {
  /** Its file, without extension. */
  readonly topic: string;
  /** The C# type that the place of use wants: `bool @(…)` in the file. */
  readonly wanted?: string;
}

/** What Roslyn says: the value's type (`""` when it has none), and errors as `CS1503@12+3 message`, `APIM0002@4+8 message`. */
export interface TypeVerdict {
  readonly type: string;
  readonly errors: readonly string[];
}

export interface PlacedError {
  readonly id: string;
  /** Offset in the code; undefined when the expression as a whole is meant. */
  readonly start: number | undefined;
  readonly length: number;
  readonly message: string;
}

/** `CS1503@12+3 message` in its parts. */
export function placedError(text: string): PlacedError {
  const parts = /^(?<id>\w+)@(?<start>-1|\d+)(?:\+(?<length>\d+))?(?: (?<message>.*))?$/su.exec(text)?.groups;
  if (parts === undefined) throw new Error(`not an error of the judge: ${text}`);
  return { id: parts.id ?? '', start: parts.start === '-1' ? undefined : Number(parts.start), length: Number(parts.length ?? 0), message: parts.message ?? '' };
}

/** The topics, in the order of their names. */
export function topics(): string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -'.txt'.length)).sort();
}

/** The expressions of a topic, in order. A line with `@(` or `@{` at its start, or behind a type's name, begins one; indented lines go on with it. */
export function typedSnippets(topic: string): TypedSnippet[] {
  const found: { text: string; wanted: string | undefined }[] = [];
  for (const line of readFileSync(new URL(`${topic}.txt`, FOLDER), 'utf8').split('\n')) {
    const start = /^(?:(?<wanted>[\w.[\]?]+) )?(?<text>@[({].*)$/u.exec(line)?.groups;
    const last = found.at(-1);
    if (start !== undefined) found.push({ text: start.text ?? '', wanted: start.wanted });
    else if (line.startsWith(' ') && last !== undefined) last.text += `\n${line}`;
    else if (line !== '' && !line.startsWith('#')) throw new Error(`${topic}.txt: not an expression: ${line}`);
  }
  return found.map(({ text, wanted }) => ({ ...snippetOf(text), topic, ...(wanted !== undefined && { wanted }) }));
}

/** The key of a snippet's verdict. */
export function snippetKey({ wanted, text }: TypedSnippet): string {
  return wanted === undefined ? text : `${wanted} ${text}`;
}

export function verdictsFile(topic: string): URL {
  return new URL(`${topic}.verdicts.json`, FOLDER);
}

/** The recorded verdicts: of a topic by snippet, of the corpus by the expression's hash. */
export function typeVerdicts(file: URL): ReadonlyMap<string, TypeVerdict> {
  const recorded: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof recorded !== 'object' || recorded === null) throw new Error(`${file.pathname} holds no verdicts`);
  return new Map(Object.entries(recorded).map(([key, verdict]) => [key, asTypeVerdict(verdict)]));
}

/** An answer of the judge. */
export function asTypeVerdict(answer: unknown): TypeVerdict {
  if (typeof answer !== 'object' || answer === null || !('type' in answer) || !('errors' in answer)) throw new Error('not a verdict of the judge');
  if (typeof answer.type !== 'string' || !Array.isArray(answer.errors)) throw new Error('not a verdict of the judge');
  return { type: answer.type, errors: answer.errors.map(String) };
}
