/** Braces that were meant as a named value and are none. Source: reference/policy-documents.md, "Named values". */
import type { Span } from '../syntax/text/position.js';
import type { PolicyValue } from '../model/value.js';
import type { Place } from '../model/walk.js';
import type { CheckContext } from './check-context.js';
import { hasTemplateMark } from './opaque-text.js';

const NAME = /^[ \t]*[A-Za-z0-9._-]+[ \t]*$/;
const MEANT_AS_NAME = /^[ \t]*[A-Za-z0-9._-]*(?:[ ][A-Za-z0-9._-]+)*[ \t]*$/;

/**
 * Looks at literals only. For attributes and short texts: longer ones hold JSON and templates, in which braces mean other things.
 * @returns whether there is a finding
 */
export function checkNamedValueBraces(context: CheckContext, value: PolicyValue, place: Place, step: string): boolean {
  if (value.kind !== 'literal' || !value.text.includes('{{') || hasTemplateMark(value.text)) return false;
  const malformed = malformedReferences(value.text);
  for (const { span, message, hint } of malformed) {
    context.report({ code: 'malformed-named-value', at: value.originOf(span), place, step, message, hint });
  }
  return malformed.length > 0;
}

interface MalformedReference {
  readonly span: Span;
  readonly message: string;
  readonly hint: string;
}

/** The malformed references in a text, in order. What is clearly another tool's template is left alone. */
export function malformedReferences(text: string): MalformedReference[] {
  const found: MalformedReference[] = [];
  let close = 0;
  for (let start = text.indexOf('{{'); start !== -1; ) {
    // Looked for once when there is none, so that a long text without it costs no more.
    if (close !== -1 && close < start + 2) close = text.indexOf('}}', start + 2);
    const nextOpen = text.indexOf('{{', start + 2);
    if (close === -1 || (nextOpen !== -1 && nextOpen < close)) {
      const end = nextOpen === -1 ? text.length : nextOpen;
      if (/^[ \t]*[A-Za-z0-9._-]+/.test(text.slice(start + 2, end))) {
        found.push({
          span: { start, end },
          message: `the braces of "${text.slice(start, Math.min(end, start + 40))}" are never closed, so APIM sends them as text`,
          hint: 'write {{name}}',
        });
      }
      start = nextOpen;
      continue;
    }
    const inner = text.slice(start + 2, close);
    const span = { start, end: close + 2 };
    if (inner.trim() === '') {
      found.push({ span, message: 'the braces hold no name, so APIM sends them as text', hint: 'write the display name of a named value: {{name}}' });
    } else if (!NAME.test(inner) && MEANT_AS_NAME.test(inner)) {
      found.push({ span, message: `"${inner.trim()}" cannot name a named value, so APIM sends the braces as text`, hint: 'a name has letters, digits, ".", "-" and "_" only' });
    }
    start = text.indexOf('{{', close + 2);
  }
  return found;
}
