/** What the checks of one document share: the options, what is in doubt, and where findings go. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument, PolicyElement } from '../model/document.js';
import type { Origin } from '../model/origin.js';
import type { GatewayKind } from '../model/scope.js';
import type { Severity } from '../model/severity.js';
import type { Place } from '../model/walk.js';
import type { Fix } from '../syntax/text/fix.js';
import type { Certainty } from '../catalog/element-spec.js';
import { hintFor } from './authored-hint.js';
import { CHECK_CODES, type CheckCode, type CheckCodeName, outcomeOf } from './codes.js';
import { MisreadMarkup } from './misread-markup.js';

export interface CheckOptions {
  /** Gateways that the policies are for; none: placement by gateway and limits by tier are not checked. */
  readonly gateways?: readonly GatewayKind[];
}

export interface Finding {
  readonly code: CheckCodeName;
  /** Left out: the code's own. */
  readonly severity?: Severity | undefined;
  readonly at: Origin;
  /** Without what APIM does about it, where the code says that. */
  readonly message: string;
  readonly hint?: string | undefined;
  readonly place?: Place | undefined;
  /** Added to the place's path: `/@name`. */
  readonly step?: string | undefined;
  readonly related?: readonly { readonly message: string; readonly at: Origin }[];
  readonly fix?: Fix | undefined;
}

/** Doubted where a child stands that may not: it is most likely in place of one that is missing. */
export const ANY_CHILD = '#child';

export class CheckContext {
  readonly document: PolicyDocument;
  readonly options: CheckOptions;
  readonly diagnostics: Diagnostic[] = [];
  readonly markup: MisreadMarkup;
  readonly #doubts = new Map<PolicyElement, Set<string>>();

  constructor(document: PolicyDocument, options: CheckOptions) {
    this.document = document;
    this.options = options;
    this.markup = new MisreadMarkup(document);
  }

  /** Findings about structure are left out when broken markup may be why elements stand where they do. */
  report({ code, severity, at, message, hint, place, step = '', related, fix }: Finding): void {
    const { severity: usual, structural = false }: CheckCode = CHECK_CODES[code];
    if (structural && this.markup.isPlaceDoubtful(place)) return;
    const level = severity ?? usual;
    const outcome = outcomeOf(code, level);
    this.diagnostics.push(
      diagnostic({
        code,
        severity: level,
        at,
        message: outcome === undefined ? message : `${message}: ${outcome}`,
        hint: hintFor(this.document, hint),
        fix,
        path: place === undefined ? '' : `${place.path}${step}`,
        docsUrl: `checks.md#${code}`,
        ...(related === undefined ? {} : { related }),
      }),
    );
  }

  /** Notes that an attribute or child has a finding, or is what a misspelt one stands for: what depends on it is not checked. */
  doubt(element: PolicyElement, name: string): void {
    const names = this.#doubts.get(element);
    if (names === undefined) this.#doubts.set(element, new Set([name]));
    else names.add(name);
  }

  isInDoubt(element: PolicyElement, name: string): boolean {
    return this.#doubts.get(element)?.has(name) ?? false;
  }

  hasDoubts(element: PolicyElement): boolean {
    return this.#doubts.has(element);
  }
}

/** An error where the fact is sure, a warning where it is inferred or disputed (reference conventions). */
export function severityOf(certainty: Certainty): Severity {
  return certainty === 'inferred' || certainty === 'disputed' ? 'warning' : 'error';
}
