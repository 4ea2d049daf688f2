/** One information file of an apiops folder: `{ "properties": { … } }`, and what is wrong with it. */
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import { isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { type Origin, SourceText, textOrigin } from '../model/origin.js';
import { decodeUtf8 } from './decode-utf8.js';
import { fileDiagnostic } from './file-problem.js';
import type { FileBytes } from './read-file.js';
import { type JsonPath, parseJson } from './read-json.js';

/** @param path as shown: relative to the working directory, with `/` */
export function readInformationFile(read: FileBytes, path: string): InformationFile | Diagnostic {
  const decoded = 'problem' in read ? read : decodeUtf8(read.bytes);
  if ('problem' in decoded) return fileDiagnostic(path, decoded.problem);
  const source = new SourceText(path, decoded.text.replace(/^\uFEFF/u, ' '));
  const parsed = parseJson(source.text);
  if ('problem' in parsed) {
    return fileDiagnostic(path, { code: 'information-file-not-json', message: `information file is ${parsed.problem}`, at: source.lines.position(parsed.offset) });
  }
  const originOf = (at: JsonPath): Origin => textOrigin(source, parsed.spanOf(at) ?? { start: 0, end: 0 });
  return new InformationFile(parsed.value, originOf);
}

/** Answers what stands at a path, and keeps a finding for each value that is of another kind. Null stands for nothing, as the management API writes it. */
export class InformationFile {
  /** All that stands in the file, without what is null; empty when the file says nothing. */
  readonly properties: JsonObject;
  readonly #originOf: (path: JsonPath) => Origin;
  readonly #diagnostics: Diagnostic[] = [];

  constructor(value: unknown, originOf: (path: JsonPath) => Origin) {
    this.#originOf = originOf;
    const properties = isJsonObject(value) ? value['properties'] : undefined;
    this.properties = isJsonObject(properties) ? withoutNulls(properties) : {};
    if (!isJsonObject(properties)) this.report(properties === undefined ? [] : ['properties'], 'information file has no object properties, in which everything stands');
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Where the resource is declared. */
  get origin(): Origin {
    return this.#originOf(['properties']);
  }

  report(path: JsonPath, message: string, hint?: string): void {
    this.#diagnostics.push(diagnostic({ code: 'wrong-information-file', severity: 'error', message, at: this.#originOf(path), hint }));
  }

  /** Whether something stands there. */
  has(...path: JsonPath): boolean {
    return this.#at(path) !== undefined;
  }

  text(...path: JsonPath): string | undefined {
    return this.#read(path, 'a string', (value) => typeof value === 'string');
  }

  number(...path: JsonPath): number | undefined {
    return this.#read(path, 'a number', (value) => typeof value === 'number');
  }

  flag(...path: JsonPath): boolean | undefined {
    return this.#read(path, 'true or false', (value) => typeof value === 'boolean');
  }

  texts(...path: JsonPath): readonly string[] | undefined {
    return this.#read(path, 'a list of strings', (value): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string'));
  }

  /** How many objects stand in the list there. */
  count(...path: JsonPath): number {
    return this.#read(path, 'a list of objects', (value): value is readonly JsonObject[] => Array.isArray(value) && value.every(isJsonObject))?.length ?? 0;
  }

  #read<Kind extends Json>(path: JsonPath, expected: string, isOne: (value: unknown) => value is Kind): Kind | undefined {
    const value = this.#at(path);
    if (value === undefined || isOne(value)) return value;
    this.report(['properties', ...path], `${path.join('.')} is ${shown(value)}; it must be ${expected}`);
    return undefined;
  }

  #at(path: JsonPath): unknown {
    let value: unknown = this.properties;
    for (const step of path) {
      if (Array.isArray(value) && typeof step === 'number') value = value[step];
      else value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    }
    return value;
  }
}

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).flatMap(([name, value]) => (value === null ? [] : [[name, withoutNullsInside(value)]])));
}

function withoutNullsInside(value: Json): Json {
  if (isJsonObject(value)) return withoutNulls(value);
  return typeof value === 'object' && value !== null ? value.filter((item) => item !== null).map(withoutNullsInside) : value;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return isJsonObject(value) ? 'an object' : JSON.stringify(value);
}
