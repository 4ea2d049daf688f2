/**
 * Findings as SARIF 2.1.0, which GitHub code scanning and Azure DevOps read.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
 */
import type { Fix, Location, Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import type { CodeDescription } from '../lint/code-descriptions.js';
import type { Diagnostic, RelatedPlace } from '../model/diagnostic.js';
import { fingerprintOf } from '../model/fingerprint.js';
import type { SourceText } from '../model/origin.js';
import type { Severity } from '../model/severity.js';
import type { Range } from '../syntax/text/position.js';
import { visibleText } from './visible-text.js';

export interface SarifOptions {
  readonly version: string;
  /** Codes that may be found; all of them are listed as rules. */
  readonly descriptions: readonly CodeDescription[];
  readonly sourceOf: (file: string) => SourceText | undefined;
  /** From a finding's file to its path from the root of the repository. */
  readonly pathOf: (file: string) => string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';
/** What URIs are relative to. Both services take it for the root of the repository, and GitHub takes every relative URI so. */
const ROOT = '%SRCROOT%';
/** The number goes up when fingerprints are made in another way. */
const FINGERPRINT = 'aoaiPolicyFinding/v1';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, Result.level>;

/** One JSON document, ending with a line break. All findings are in it: to the services, one that is left out is one that was mended. */
export function renderSarif(diagnostics: readonly Diagnostic[], { version, descriptions, sourceOf, pathOf }: SarifOptions): string {
  const rules = ruleDescriptors(diagnostics, descriptions);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = ordinalFingerprints(diagnostics, sourceOf);
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'aoai-policy', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository; outside of one, the folder that aoai-policy was run in.' } } },
        results: diagnostics.map((found, index) =>
          result(found, { ruleIndex: indexOf.get(found.code), fingerprint: fingerprints[index] ?? '', source: sourceOf(found.file), uriOf: (file) => relativeUri(pathOf(file)) }),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** The documented codes, and those of the findings that have no page, whose names say what they are. */
function ruleDescriptors(diagnostics: readonly Diagnostic[], descriptions: readonly CodeDescription[]): ReportingDescriptor[] {
  const documented = new Set(descriptions.map(({ code }) => code));
  const others = [...new Set(diagnostics.map(({ code }) => code))].filter((code) => !documented.has(code)).sort();
  return [...descriptions.map(ruleDescriptor), ...others.map((code): ReportingDescriptor => ({ id: code, shortDescription: { text: code.replaceAll('-', ' ') } }))];
}

function ruleDescriptor({ code, kind, severity, summary, why, category }: CodeDescription): ReportingDescriptor {
  const explain = `aoai-policy explain ${code}`;
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${why}` },
    help: { text: `${why} More, with examples: ${explain}`, markdown: `${why}\n\nMore, with examples: \`${explain}\`` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: category === undefined ? [kind] : [kind, category] },
  };
}

/** Findings of a file that share a fingerprint are told apart by their order. */
function ordinalFingerprints(diagnostics: readonly Diagnostic[], sourceOf: SarifOptions['sourceOf']): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((found) => {
    const fingerprint = fingerprintOf(found, sourceOf(found.file));
    const key = `${found.file}\n${fingerprint}`;
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return `${fingerprint}:${ordinal}`;
  });
}

interface AboutResult {
  readonly ruleIndex: number | undefined;
  readonly fingerprint: string;
  readonly source: SourceText | undefined;
  readonly uriOf: (file: string) => string;
}

function result(found: Diagnostic, { ruleIndex, fingerprint, source, uriOf }: AboutResult): Result {
  const { code, severity, message, hint, related, path } = found;
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: visibleText(message) + (hint === undefined ? '' : `\nhelp: ${visibleText(hint)}`) },
    locations: [{ physicalLocation: physicalLocation(found, uriOf), ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'element' }] }) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((place, index) => relatedLocation(place, index, uriOf)) }),
    ...(found.fix?.safety === 'safe' && source !== undefined ? { fixes: [sarifFix(found.fix, uriOf(found.file), source)] } : {}),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
  };
}

function relatedLocation(related: RelatedPlace, index: number, uriOf: AboutResult['uriOf']): Location {
  return { id: index + 1, message: { text: visibleText(related.message) }, physicalLocation: physicalLocation(related, uriOf) };
}

function physicalLocation({ file, range }: { readonly file: string; readonly range: Range }, uriOf: AboutResult['uriOf']): PhysicalLocation {
  return { artifactLocation: { uri: uriOf(file), uriBaseId: ROOT }, region: region(range) };
}

/** SARIF counts lines and columns from 1 and excludes the end, as we do (§3.30). */
function region({ start, end }: Range): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function relativeUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function sarifFix({ title, edits }: NonNullable<Diagnostic['fix']>, uri: string, { lines }: SourceText): Fix {
  const replacements = edits.map(({ span, text }) => ({ deletedRegion: region(lines.range(span)), insertedContent: { text } }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: { uri, uriBaseId: ROOT }, replacements }] };
}
