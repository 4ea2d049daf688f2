/** Where a key of the configuration stands, for findings that only show when the project is known. */
import { basename, join } from 'node:path';
import { type Origin, SourceText, textOrigin } from '../model/origin.js';
import { decodeUtf8 } from './decode-utf8.js';
import { FILE_START } from './file-problem.js';
import type { ResolvedConfig } from './loaded-project.js';
import { readFileBytes } from './read-file.js';
import { type JsonPath, parseJson } from './read-json.js';

/** The key in a file of JSON; the start of any other file, whose values may come from anywhere. */
export function configOrigin({ file = 'aoai-policy.config', directory }: Pick<ResolvedConfig, 'file' | 'directory'>, path: JsonPath): Origin {
  return jsonOrigin(file, directory, path) ?? { file, range: { start: FILE_START, end: FILE_START } };
}

function jsonOrigin(file: string, directory: string, path: JsonPath): Origin | undefined {
  if (!/\.jsonc?$/u.test(file)) return undefined;
  const read = readFileBytes(join(directory, basename(file)));
  const decoded = 'problem' in read ? read : decodeUtf8(read.bytes);
  if ('problem' in decoded) return undefined;
  const source = new SourceText(file, decoded.text.replace(/^\uFEFF/u, ' '));
  const parsed = parseJson(source.text);
  const span = 'problem' in parsed ? undefined : parsed.spanOf(path);
  return span === undefined ? undefined : textOrigin(source, span);
}
