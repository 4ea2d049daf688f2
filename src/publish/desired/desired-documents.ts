/** The policies and fragments of a project as they are to stand on the service. */
import { readerErrors } from '../../check/syntax-diagnostics.js';
import type { ProjectFacts } from '../../lint/project-facts.js';
import { diagnostic, type Diagnostic } from '../../model/diagnostic.js';
import type { PolicyDocument } from '../../model/document.js';
import { InternalError } from '../../model/internal-error.js';
import type { Origin } from '../../model/origin.js';
import { duplicateDocuments } from '../../project/duplicate-documents.js';
import { emitOutput } from '../../project/emit-output.js';
import type { LoadedProject } from '../../project/loaded-project.js';
import { checkKey } from '../arm/check-key.js';
import { addressOf, type ResourceKey } from '../resource-key.js';
import type { DesiredResource, DesiredState, SkippedSource } from './desired-resource.js';
import { publishedScope } from './published-scope.js';
import { needsOfDocument } from './resource-needs.js';
import { placeholdersInDocument } from './unfilled-placeholders.js';

/** Of two documents for one address both are among the resources; the second one is reported. */
export async function desiredDocuments(project: LoadedProject, facts: ProjectFacts): Promise<DesiredState> {
  const keys = new Map<PolicyDocument, ResourceKey>();
  const skipped: SkippedSource[] = [];
  for (const document of project.documents) {
    const published = publishedScope(document, project.fileOf.get(document));
    if ('key' in published) keys.set(document, published.key);
    else skipped.push({ source: document.origin.file, reason: published.reason });
  }
  const results = await Promise.all([...keys].map(([document, key]) => desiredDocument(document, key, { facts, comments: project.config.comments })));
  return {
    resources: results.flatMap(({ resource }) => resource ?? []),
    skipped,
    diagnostics: [...duplicates(keys, project.diagnostics), ...results.flatMap(({ diagnostics }) => diagnostics)],
  };
}

interface DesiredDocument {
  /** Absent when it cannot be printed. */
  readonly resource?: DesiredResource;
  readonly diagnostics: readonly Diagnostic[];
}

async function desiredDocument(document: PolicyDocument, key: ResourceKey, { facts, comments }: { readonly facts: ProjectFacts; readonly comments: boolean }): Promise<DesiredDocument> {
  const unreadable = readerErrors(document);
  if (unreadable.length > 0) return { diagnostics: unreadable };
  const origin = placeOf(document);
  const name = checkKey(key);
  const diagnostics = [...(name === undefined ? [] : [invalidName(name, origin)]), ...placeholdersInDocument(document)];
  const printed = await printedDocument(document, comments);
  if ('problem' in printed) return { diagnostics: [...diagnostics, unprintable(printed.problem, origin)] };
  const { description } = document;
  const content = { format: 'xml', value: printed.text } as const;
  const body = key.kind === 'fragment' ? ({ kind: 'fragment', ...content, ...(description === undefined ? {} : { description }) } as const) : ({ kind: 'policy', ...content } as const);
  return { resource: { key, body, origin, document, needs: needsOfDocument(document, facts) }, diagnostics };
}

/** Where check finds mistakes and is overruled, the text may not say what the document does. */
async function printedDocument(document: PolicyDocument, comments: boolean): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    return { text: await emitOutput(document, { content: 'xml', comments }) };
  } catch (error) {
    if (error instanceof InternalError) return { problem: error.message };
    throw error;
  }
}

function unprintable(problem: string, at: Origin): Diagnostic {
  return diagnostic({ code: 'unprintable-document', severity: 'error', message: `the document cannot be published: ${problem}`, at, hint: 'mend what check finds in it' });
}

/** @param problem as `checkKey` says it */
export function invalidName(problem: string, at: Origin): Diagnostic {
  return diagnostic({ code: 'invalid-name', severity: 'error', message: problem, at });
}

/** Loading reports those that were written in TypeScript. */
function duplicates(keys: ReadonlyMap<PolicyDocument, ResourceKey>, known: readonly Diagnostic[]): Diagnostic[] {
  const place = ({ file, range }: Diagnostic): string => `${file}:${range.start.offset}`;
  const reported = new Set(known.filter(({ code }) => code === 'duplicate-document').map(place));
  const found = duplicateDocuments([...keys.keys()], (document) => {
    const key = keys.get(document);
    return key === undefined ? undefined : addressOf(key);
  });
  return found.filter((duplicate) => !reported.has(place(duplicate)));
}

/** A root element says more than the start of a file, in which a licence may stand. */
function placeOf({ roots, origin }: PolicyDocument): Origin {
  return roots.find(({ kind }) => kind === 'element')?.origin ?? origin;
}
