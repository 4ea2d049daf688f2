/** What a resource holds and no file may: then the journal says why it does not keep it. */
import { looksRandom } from '../../analysis/secret-shapes.js';
import { secretsInText } from '../../analysis/secret-text.js';
import { parseXml } from '../../syntax/xml/parse-xml.js';
import type { XmlNode } from '../../syntax/xml/node.js';
import { holdsSecret } from '../canonical/held-secrets.js';
import { isSecretText, type NamedValueBody, type ResourceBody } from '../resource-body.js';
import { keptBody } from './journal-record.js';

/**
 * Why a previous content is not written to a file; undefined when it may be.
 * @param after what takes its place: a secret value that the service keeps through the change is not lost, and not needed
 */
export function whyWithheld(before: ResourceBody, after: ResourceBody | undefined): string | undefined {
  if (before.kind === 'named-value') {
    if (losesSecret(before, after)) return 'its value is secret';
    return holdsSecret(keptBody(before)) ? 'its value looks like a key, token or password' : undefined;
  }
  if (before.kind === 'backend') return holdsSecret(before) ? 'it holds credentials as text' : undefined;
  if (holdsSecret(before)) return 'it holds a key, token or password as text';
  if (commentsIn(before.value).some(namesSecret)) return 'a comment in it looks like it holds a key, token or password';
  return quotedTexts(before.value).some(looksRandom) ? 'it holds a text that looks like a key' : undefined;
}

/**
 * Why a content cannot be written back even by who has read it; undefined when it can: a secret value that could not be read is lost when the change
 * gives it another.
 */
export function whyLost(before: ResourceBody | undefined, after: ResourceBody | undefined): string | undefined {
  if (before?.kind !== 'named-value' || before.secretValue !== undefined || !losesSecret(before, after)) return undefined;
  return 'its secret value could not be read before it was changed, so it cannot be put back: set it again by hand';
}

function losesSecret(before: NamedValueBody, after: ResourceBody | undefined): boolean {
  return isSecretText(before) && (after === undefined || !isSecretText(after) || after.secretValue !== undefined);
}

function commentsIn(xml: string): string[] {
  const found: string[] = [];
  const pending: XmlNode[] = [...parseXml(xml).children];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'comment') found.push(node.text);
    if (node.kind === 'element') for (const child of node.children) pending.push(child);
  }
  return found;
}

/**
 * What stands alone between quotes or tags, those of C# in XML among them. Findings of lint are sparing; a file is for ever, so here whatever looks
 * random counts, wherever it stands. Thumbprints of certificates look so too, and are no secrets.
 */
function quotedTexts(xml: string): string[] {
  return [...xml.matchAll(/(?<!thumbprint=)(?:["'>]|&quot;|&#34;)([\w+/=.~%-]{16,})(?:["'<]|&quot;|&#34;)/giu)].map(([, text = '']) => text);
}

/** What is commented out has no place that would say what it is, so each of its words is looked at. */
function namesSecret(text: string): boolean {
  return secretsInText(text).length > 0 || text.split(/[^\w+/=.~%-]+/u).some(looksRandom);
}
