/** What esbuild found wrong, as diagnostics at the user's line and column. */
import type { Message } from 'esbuild';
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import { SourceText, textOrigin } from '../model/origin.js';
import { closestName } from '../syntax/text/closest-name.js';
import { resolve } from 'node:path';
import { shownPath } from './find-files.js';

export interface BundleErrorContext {
  readonly cwd: string;
  /** Names that the virtual modules export, for did-you-mean. */
  readonly exportsOf: ReadonlyMap<string, readonly string[]>;
  readonly textOf: (absolutePath: string) => string;
}

/** @returns undefined for a message that names no file */
export function bundleDiagnostic(message: Message, context: BundleErrorContext): { readonly file: string; readonly diagnostic: Diagnostic } | undefined {
  const { location } = message;
  if (location === null || location.namespace !== '' && location.namespace !== 'file') return undefined;
  const file = resolve(context.cwd, location.file);
  const source = new SourceText(shownPath(context.cwd, file), () => context.textOf(file));
  const column = Buffer.from(location.lineText).subarray(0, location.column).toString().length;
  const length = Buffer.from(location.lineText).subarray(location.column, location.column + location.length).toString().length;
  const start = source.lines.offset(location.line, column + 1);
  return { file, diagnostic: diagnostic({ severity: 'error', at: textOrigin(source, { start, end: start + length }), ...explain(message.text, context) }) };
}

interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

const UNRESOLVED = /^Could not resolve "(?<specifier>.*)"$/u;
const NO_EXPORT = /^No matching export in "(?<file>.*)" for import "(?<name>.*)"$/u;

function explain(text: string, { exportsOf }: BundleErrorContext): Explanation {
  const specifier = UNRESOLVED.exec(text)?.groups?.['specifier'];
  if (specifier !== undefined) return unresolved(specifier);
  const { file = '', name = '' } = NO_EXPORT.exec(text)?.groups ?? {};
  if (name !== '') {
    const owner = file.replace(/^aoai-virtual:/u, '');
    const near = closestName(name, exportsOf.get(owner) ?? []);
    return { code: 'unknown-export', message: `'${owner}' exports no '${name}'`, ...(near === undefined ? {} : { hint: `did you mean '${near}'?` }) };
  }
  return { code: 'typescript-syntax', message: `TypeScript cannot be read: ${text.charAt(0).toLowerCase()}${text.slice(1)}` };
}

function unresolved(specifier: string): Explanation {
  const message = `import '${specifier}' cannot be resolved`;
  if (/^aoai-policy\//u.test(specifier)) return { code: 'unresolved-import', message, hint: "import from 'aoai-policy' or 'aoai-policy/testing'" };
  const isPath = /^[./]/u.test(specifier);
  return { code: 'unresolved-import', message, hint: isPath ? 'check the path' : `check the name, or install the package: npm install ${specifier}` };
}
