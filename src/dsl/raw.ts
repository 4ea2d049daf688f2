/** What no builder makes: policies as XML text, and comments. */
import { UsageError } from '../model/usage-error.js';
import { callSite } from './call-site.js';
import { asPolicy, describe, type Policy, type Section } from './policy.js';

/**
 * Policies as XML, for what the catalogue lacks. Expressions may stand in it as APIM takes them, unescaped. The text is read and
 * checked like every other policy; what is wrong with it is reported at this call.
 * @example
 * raw('<new-policy mode="preview" />')
 */
export function raw<S extends Section = Section>(xml: string): Policy<S> {
  if (typeof xml !== 'string') throw new UsageError(`raw takes XML as text, not ${describe(xml)}`);
  return asPolicy({ kind: 'raw', xml, callSite: callSite(raw, raw.name) });
}

/**
 * An XML comment. `build` writes it only when asked to, because APIM may drop comments that stand inside of policies.
 * @throws UsageError for `--` in it
 */
export function comment<S extends Section = Section>(text: string): Policy<S> {
  if (typeof text !== 'string') throw new UsageError(`comment takes text, not ${describe(text)}`);
  if (text.includes('--')) throw new UsageError("comment holds '--', which XML does not allow in a comment");
  return asPolicy({ kind: 'comment', text: ` ${text} `, callSite: callSite(comment, comment.name) });
}
