/** Loads policy files into one project. */
import { readFileSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { SourceText } from '../model/origin.js';
import { readPolicyDocument } from '../model/read-document.js';
import { parseXml } from '../syntax/xml/parse-xml.js';
import type { LoadedFile, LoadedProject, ResolvedConfig } from './loaded-project.js';

export interface LoadOptions {
  readonly cwd: string;
  readonly config?: ResolvedConfig;
  readonly stdin?: { readonly text: Uint8Array; readonly filename: string };
}

export async function loadProject(patterns: readonly string[], options: LoadOptions): Promise<LoadedProject> {
  const files: LoadedFile[] = patterns.map((pattern) => {
    const fromStdin = pattern === '-' && options.stdin !== undefined ? options.stdin : undefined;
    const absolutePath = resolve(options.cwd, fromStdin?.filename ?? pattern);
    const path = relative(options.cwd, absolutePath).split(sep).join('/');
    const source = new SourceText(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(fromStdin?.text ?? readFileSync(absolutePath)));
    const document = readPolicyDocument(parseXml(source.text), source, { name: basename(path, '.xml') });
    return { path, absolutePath, kind: fromStdin === undefined ? 'xml' : 'stdin', documents: [document] };
  });
  return {
    documents: files.flatMap((file) => file.documents),
    resources: [],
    diagnostics: [],
    config: options.config ?? { directory: options.cwd, policies: [], out: 'out', content: 'rawxml', rules: {}, gateway: [], failOn: 'error' },
    files,
    skipped: 0,
    fileOf: new Map(files.flatMap((file) => file.documents.map((document) => [document, file] as const))),
  };
}
