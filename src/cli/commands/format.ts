/** `aoai-policy format`: lays policy XML out in one way. */
import { realpathSync } from 'node:fs';
import { readerErrors } from '../../check/syntax-diagnostics.js';
import { formatPolicy } from '../../emit/format-policy.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { SourceText } from '../../model/origin.js';
import { reason } from '../../model/system-error.js';
import { UsageError } from '../../model/usage-error.js';
import { writeAtomically } from '../../project/write-atomically.js';
import { findFiles, type FoundFile } from '../../project/find-files.js';
import { loadConfig } from '../../project/load-config.js';
import { loadXml, loadXmlFile, type LoadedXml } from '../../project/load-xml.js';
import { MAX_FILE_BYTES, tooLarge } from '../../project/read-file.js';
import { scriptLoader } from '../../project/script-file.js';
import { counted } from '../../report/summary.js';
import { visibleText } from '../../report/visible-text.js';
import type { XmlEncoding } from '../../syntax/xml/node.js';
import { defineCommand } from '../command.js';
import { EXIT_CODES } from '../exit-codes.js';
import { exitCode, reportDiagnostics } from '../report-diagnostics.js';
import { reportTargets } from '../report-targets.js';
import { Stopwatch } from '../stopwatch.js';
import type { Terminal } from '../terminal.js';

const CONTENTS = ['rawxml', 'xml'] as const;

/** What one policy came to. */
type Formatted =
  | { readonly kind: 'formatted'; readonly text: string; readonly isChanged: boolean }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[]; readonly source?: SourceText };

export const format = defineCommand({
  name: 'format',
  describe: 'lay policy XML out in one way, raw policies included',
  usage: '[paths..]',
  examples: [
    ['aoai-policy format', "the .xml policies that the configuration's globs find"],
    ['aoai-policy format apis/chat/policy.xml', 'one file'],
    ['aoai-policy format --check', 'for CI: change nothing, list what would change, fail if anything would'],
    ['aoai-policy format - < chat.xml', 'standard input, to standard output'],
  ],
  options: {
    check: { type: 'boolean', describe: 'write nothing; list the files that would change, and fail when there are any' },
    content: { type: 'string', choices: CONTENTS, placeholder: 'format', describe: "how expressions are written: rawxml (unescaped) or xml. Default: as in the file" },
    'stdin-filename': { type: 'string', placeholder: 'name', describe: 'the name under which standard input is reported' },
  },
  notes: [
    'Four blanks per level, attributes on one line up to 120 columns, double quotes; comments, single blank lines, expressions',
    'and the content of messages stay as they are. A file keeps its byte order mark and the line end most of its lines have.',
    'Files with mistakes in their XML are reported and left alone; mistakes in C# are lint\'s to report. TypeScript policies are',
    'not formatted.',
    'Exit codes: 0 formatted, 1 mistakes or, with --check, files that would change, 2 failure.',
  ].join('\n'),
  async run(paths, options, terminal) {
    const stopwatch = new Stopwatch();
    const { check, content } = options;
    if (paths.includes('-')) {
      if (paths.length > 1) throw new UsageError("'-' stands alone: standard input goes to standard output, files are written in place");
      return formatInput(options['stdin-filename'] ?? 'stdin.xml', { check, content, stopwatch }, terminal);
    }
    const policies = await loadPolicies(paths, options.config, terminal);
    if (policies.length === 0 && paths.length === 0) terminal.writeError('no policies in XML, nothing to format\n');
    const results = policies.map(({ file, loaded }) => ({ file, result: formatted(loaded, content) }));
    const changed = results.filter(({ result }) => result.kind === 'formatted' && result.isChanged);
    for (const { file, result } of changed) {
      if (!check && result.kind === 'formatted') write(file, result.text);
      terminal.write(`${check ? 'would change' : 'formatted'}  ${visibleText(file.path)}\n`);
    }
    const refused = results.flatMap(({ result }) => (result.kind === 'refused' ? [result] : []));
    const code = await report(refused, { files: results.map(({ file }) => file), stopwatch }, terminal);
    if (results.length === 0) return code;
    const unchanged = results.length - changed.length - refused.length;
    const counts = [`${changed.length} ${check ? 'would change' : 'formatted'}`, `${unchanged} unchanged`, ...(refused.length === 0 ? [] : [`${refused.length} left alone`])];
    terminal.writeError(`${counted(results.length, 'file')}: ${counts.join(', ')}, ${stopwatch}\n`);
    return check && changed.length > 0 && code === EXIT_CODES.clean ? EXIT_CODES.findings : code;
  },
});

interface InputOptions {
  readonly check: boolean;
  readonly content: XmlEncoding | undefined;
  readonly stopwatch: Stopwatch;
}

async function formatInput(name: string, { check, content, stopwatch }: InputOptions, terminal: Terminal): Promise<number> {
  const bytes = terminal.readInput();
  const result = formatted(loadXml(bytes.byteLength > MAX_FILE_BYTES ? { problem: tooLarge(bytes.byteLength) } : { bytes }, name), content);
  if (result.kind === 'refused') return report([result], { files: [{ path: name }], stopwatch }, terminal);
  if (!check) terminal.write(result.text);
  else if (result.isChanged) terminal.write(`would change  ${visibleText(name)}\n`);
  return check && result.isChanged ? EXIT_CODES.findings : EXIT_CODES.clean;
}

interface LoadedPolicy {
  readonly file: FoundFile;
  readonly loaded: Exclude<LoadedXml, { kind: 'skipped' }>;
}

/** @throws UsageError when what was named holds no policy to format */
async function loadPolicies(paths: readonly string[], configFile: string | undefined, { cwd, writeError, writeBytesToError }: Terminal): Promise<LoadedPolicy[]> {
  const config = await loadConfig({ cwd, ...(configFile === undefined ? {} : { configFile }), onOutput: writeBytesToError });
  const policies: LoadedPolicy[] = [];
  let notes = 0;
  for (const file of await findFiles(paths, { cwd, config })) {
    if (scriptLoader(file.path) !== undefined) {
      if (!file.named) continue;
      writeError(`note: ${visibleText(file.path)} is TypeScript, which this command does not format\n`);
      notes++;
      continue;
    }
    const loaded = loadXmlFile(file);
    if (loaded.kind !== 'skipped') policies.push({ file, loaded });
  }
  if (policies.length === 0 && notes === 0 && paths.length > 0) throw new UsageError(`no policies in XML in ${paths.map((path) => `'${path}'`).join(', ')}`);
  return policies;
}

function formatted(loaded: LoadedPolicy['loaded'], content: XmlEncoding | undefined): Formatted {
  if (loaded.kind === 'refused') return { kind: 'refused', diagnostics: [loaded.diagnostic] };
  const { document } = loaded;
  const { syntax } = document;
  if (syntax === undefined) throw new UsageError(`'${document.name}' was not read from XML`);
  const errors = readerErrors(document);
  if (errors.length > 0) return { kind: 'refused', diagnostics: errors, source: syntax.source };
  const text = formatPolicy(syntax.xml, content);
  return { kind: 'formatted', text, isChanged: text !== syntax.source.text };
}

/** A link stays one: the file that it leads to is written. */
function write({ absolutePath, path }: FoundFile, text: string): void {
  try {
    writeAtomically(realpathSync(absolutePath), text);
  } catch (error) {
    throw new UsageError(`'${path}' cannot be written: ${reason(error)}`, { cause: error });
  }
}

/** Gives the exit code. */
async function report(
  refused: readonly Extract<Formatted, { kind: 'refused' }>[],
  { files, stopwatch }: { readonly files: readonly { readonly path: string }[]; readonly stopwatch: Stopwatch },
  terminal: Terminal,
): Promise<number> {
  const diagnostics = refused.flatMap((result) => result.diagnostics);
  if (diagnostics.length === 0) return EXIT_CODES.clean;
  const sources = new Map(refused.flatMap(({ source }) => (source === undefined ? [] : [[source.path, source]])));
  await reportDiagnostics(diagnostics, { targets: reportTargets([], terminal.isInteractive), stream: 'stderr', quiet: false, files, failOn: 'error', stopwatch, sourceOf: (file) => sources.get(file) }, terminal);
  return exitCode(diagnostics, 'error');
}
