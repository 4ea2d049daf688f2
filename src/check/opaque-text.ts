/** Literals whose text the service never sees as written. */
import { deployPlaceholders } from '../model/deploy-placeholder.js';
import { namedValueReferences } from '../model/named-value-reference.js';

/** `{{ .Values.x }}`, `{{ x | y }}`, `{{#if x}}`, `{{ if x }}`, `{% … %}`, `%{ … }`, `<%= … %>`: what Helm, Jinja, Handlebars, Terraform and their like fill in. */
const TEMPLATE_MARK =
  /\{\{\s*[-.$#/^>]|\{\{[^{}|("']*[|("'][^{}]*\}\}|\{\{\s*(?:if|else|elif|unless|range|with|for|each|block|define|template|include)\s|\{%|%\{|<%/;

/** A whole value that a deployment script replaces: `#x#`, `$(x)`, `%x%`, `[[x]]`, `@@x@@`, `RETRY_COUNT`. */
const TOKEN = /^(?:#[\w.-]+#|\$\([\w.-]+\)|%[\w.-]+%|\[\[[\w.-]+\]\]|@@[\w.-]+@@|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;

/** A value that no number or name can be, with a mark of its own in front: `$tpm`, `%%tpm%%`, `<tpm>`, `[TPM]`. */
const MARKED_WORD = /^[#$%&*<>[\]{}|~^\u00a7\u00ab\u00bb:!]{1,2}\s*[A-Za-z_][\w .-]*[^\w\s"'(){}]{0,2}$/u;

/** Whether a value that is to be a number, a boolean or of an enumeration is a word that some tool replaces. */
export function isToken(text: string): boolean {
  return MARKED_WORD.test(text.trim());
}

/** Whether another tool's template language stands in the text. */
export function hasTemplateMark(text: string): boolean {
  return TEMPLATE_MARK.test(text);
}

/** Whether a named value or a deploy-time placeholder stands in the text, so that its type and length are not known. */
export function isOpaque(text: string): boolean {
  if (TOKEN.test(text.trim())) return true;
  if (!text.includes('{') && !text.includes('__') && !text.includes('<%')) return false;
  return namedValueReferences(text).length > 0 || deployPlaceholders(text).length > 0 || hasTemplateMark(text);
}
