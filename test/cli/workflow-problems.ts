/** What GitHub's own parser says of a workflow: unknown keys and values, and mistakes in expressions. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as WorkflowParser from '@actions/workflow-parser';
import { build } from 'esbuild';

/** One message each, with line and column. */
export async function workflowProblems(name: string, content: string): Promise<string[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await (parser ??= workflowParser());
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

let parser: Promise<typeof WorkflowParser> | undefined;

/** It imports JSON without an attribute, which Node refuses: bundled, it needs no import. */
async function workflowParser(): Promise<typeof WorkflowParser> {
  const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-workflow-parser-'));
  try {
    const outfile = join(folder, 'parser.cjs');
    await build({ entryPoints: ['@actions/workflow-parser'], bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent', outfile });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
