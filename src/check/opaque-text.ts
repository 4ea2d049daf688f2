/** Literals whose text the service never sees as written. */
import { deployPlaceholders } from '../model/deploy-placeholder.js';
import { namedValueReferences } from '../model/named-value-reference.js';

/** `{{ .Values.x }}`, `{{ x | y }}`, `{% … %}`, `<%= … %>`: what Helm, Jinja and their like fill in. */
const TEMPLATE_MARK = /\{\{\s*[-.$]|\{\{[^{}]*[|("'][^{}]*\}\}|\{%|<%/;

/** Whether a named value or a deploy-time placeholder stands in the text, so that its type and length are not known. */
export function isOpaque(text: string): boolean {
  const hasBraces = text.includes('{');
  if (!hasBraces && !text.includes('__') && !text.includes('<%')) return false;
  return namedValueReferences(text).length > 0 || deployPlaceholders(text).length > 0 || TEMPLATE_MARK.test(text);
}
