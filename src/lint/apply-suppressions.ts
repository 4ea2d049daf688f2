/** Keeps out the findings that comments suppress, and says which comments suppress nothing. */
import { CHECK_CODES } from '../check/codes.js';
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import { type SourceText, textOrigin } from '../model/origin.js';
import { closestName } from '../syntax/text/closest-name.js';
import type { Fix } from '../syntax/text/fix.js';
import { removalOf } from '../syntax/text/removal.js';
import type { XmlDocument } from '../syntax/xml/node.js';
import { ADOPTION_CODES, type AdoptionCodeName } from './adoption-codes.js';
import { isConfigurable } from './configured-levels.js';
import { typeScriptSuppressions, xmlSuppressions, type Suppression } from './file-suppressions.js';
import type { RuleLevel } from './lint-project.js';
import { RULES } from './rules.js';

/** A file whose text holds the mark of suppressions. */
export interface SuppressibleFile {
  readonly source: SourceText;
  /** Of a file in XML; one without is TypeScript. */
  readonly xml?: XmlDocument;
}

export interface SuppressionResult {
  /** What is left, and what is found about the comments themselves; in no order. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings were kept out. */
  readonly suppressed: number;
}

const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** @param levelOf the configured level of a rule in a file; what is off there is not called unused */
export function applySuppressions(
  diagnostics: readonly Diagnostic[],
  files: readonly SuppressibleFile[],
  levelOf: (id: string, file: string) => RuleLevel | undefined,
): SuppressionResult {
  const comments = files.map((file) => new FileSuppressions(file));
  const byPath = new Map(comments.map((file) => [file.path, file]));
  const kept = diagnostics.filter((found) => byPath.get(found.file)?.suppresses(found) !== true);
  const seen = new Set(diagnostics.map(({ code }) => code));
  const isKnown = (id: string): boolean => RULE_IDS.has(id) || Object.hasOwn(CHECK_CODES, id) || seen.has(id);
  const reports = comments.flatMap((file) => file.reports({ isKnown, isOff: (id) => levelOf(id, file.path) === 'off' }));
  return { diagnostics: [...kept, ...reports], suppressed: diagnostics.length - kept.length };
}

/** What the service refuses no comment makes valid. */
function isSuppressible({ code, severity }: Diagnostic): boolean {
  return isConfigurable(code) || severity !== 'error';
}

interface Known {
  readonly isKnown: (id: string) => boolean;
  readonly isOff: (id: string) => boolean;
}

class FileSuppressions {
  readonly #file: SuppressibleFile;
  readonly #suppressions: readonly Suppression[];
  /** For each comment, the rules that it suppressed, and those of errors that it could not. */
  readonly #used = new Map<Suppression, Set<string>>();
  readonly #refused = new Map<Suppression, Set<string>>();

  constructor(file: SuppressibleFile) {
    this.#file = file;
    this.#suppressions = file.xml === undefined ? typeScriptSuppressions(file.source.text) : xmlSuppressions(file.xml);
  }

  get path(): string {
    return this.#file.source.path;
  }

  /** Remembers which comment it was. */
  suppresses(found: Diagnostic): boolean {
    const { offset } = found.range.start;
    const speaking = this.#suppressions.filter(({ covers, rules }) => covers.start <= offset && offset < covers.end && rules.includes(found.code));
    const isSuppressed = isSuppressible(found);
    for (const suppression of speaking) noted(isSuppressed ? this.#used : this.#refused, suppression).add(found.code);
    return isSuppressed && speaking.length > 0;
  }

  reports({ isKnown, isOff }: Known): Diagnostic[] {
    return this.#suppressions.flatMap((suppression) => {
      const { reach, rules } = suppression;
      if (reach === undefined || rules.length === 0) return [this.#malformed(suppression)];
      const needed = rules.filter((id) => this.#used.get(suppression)?.has(id) === true || isOff(id));
      // A misspelt rule was meant to suppress something.
      const isMisspelt = (id: string): boolean => !isKnown(id) && nearestRule(id) !== undefined;
      const fix = this.#withRules(suppression, rules.filter((id) => needed.includes(id) || isMisspelt(id)));
      return [
        ...rules.filter((id) => !needed.includes(id)).map((id) => (isKnown(id) ? this.#unused(suppression, id, fix) : this.#unknown(suppression, id, fix))),
        ...this.#unexplained(suppression),
      ];
    });
  }

  #malformed(suppression: Suppression): Diagnostic {
    const message = suppression.reach === undefined
      ? 'the comment starts like one that suppresses findings, but says neither for the next line nor for the file, so it suppresses nothing'
      : 'the comment names no rule, so it suppresses nothing';
    return this.#report('malformed-suppression', suppression, { message, hint: `write ${this.#comment('aoai-policy-disable-next-line rule-a, rule-b: reason')}` });
  }

  /** One that suppresses nothing needs no reason, it needs to go. */
  #unexplained(suppression: Suppression): Diagnostic[] {
    const used = suppression.rules.filter((id) => this.#used.get(suppression)?.has(id) === true);
    if (suppression.hasReason || used.length === 0) return [];
    return [
      this.#report('unexplained-suppression', suppression, {
        message: `the comment suppresses ${used.join(', ')} and does not say why`,
        hint: `write why behind a colon: ${this.#comment(`aoai-policy-disable-${suppression.reach ?? 'next-line'} ${suppression.rules.join(', ')}: reason`)}`,
      }),
    ];
  }

  /** As the file's language writes one. */
  #comment(text: string): string {
    return this.#file.xml === undefined ? `// ${text}` : `<!-- ${text} -->`;
  }

  #unknown(suppression: Suppression, id: string, fix: Fix | undefined): Diagnostic {
    const near = nearestRule(id);
    const message = `the comment suppresses ${id}, but there is no such rule`;
    return this.#report('unknown-suppressed-rule', suppression, near === undefined ? { message, hint: 'remove it', fix } : { message, hint: `did you mean ${near}?` });
  }

  #unused(suppression: Suppression, id: string, fix: Fix | undefined): Diagnostic {
    if (this.#refused.get(suppression)?.has(id) === true) {
      return this.#report('unused-suppression', suppression, {
        message: `the comment suppresses ${id}, but what it finds here is an error: APIM refuses the document, and no comment changes that`,
        hint: 'mend the error and remove the comment',
      });
    }
    const where = suppression.reach === 'file' ? 'in this file' : 'in the line behind it';
    return this.#report('unused-suppression', suppression, { message: `the comment suppresses ${id}, which finds nothing ${where}`, hint: 'remove it', fix });
  }

  #report(code: AdoptionCodeName, { span }: Suppression, about: { readonly message: string; readonly hint: string; readonly fix?: Fix | undefined }): Diagnostic {
    return diagnostic({ code, severity: ADOPTION_CODES[code].severity, at: textOrigin(this.#file.source, span), docsUrl: `adopting.md#${code}`, ...about });
  }

  /** Leaves the rules that are needed, or takes the comment out. */
  #withRules({ span, rulesSpan }: Suppression, needed: readonly string[]): Fix | undefined {
    if (this.#file.xml === undefined) return undefined;
    const edit = needed.length === 0 ? removalOf(this.#file.source.text, span) : { span: rulesSpan, text: needed.join(', ') };
    return { title: needed.length === 0 ? 'remove the comment' : 'remove the rule from the comment', safety: 'safe', edits: [edit] };
  }
}

function nearestRule(id: string): string | undefined {
  return closestName(id, [...RULE_IDS, ...Object.keys(CHECK_CODES)]);
}

function noted(notes: Map<Suppression, Set<string>>, suppression: Suppression): Set<string> {
  const known = notes.get(suppression);
  if (known !== undefined) return known;
  const fresh = new Set<string>();
  notes.set(suppression, fresh);
  return fresh;
}
