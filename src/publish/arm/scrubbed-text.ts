/** What a service says, without what nobody may see: secrets, tokens, signatures of URLs. */
import { secretsInText } from '../../analysis/secret-text.js';

const LONGEST = 2_000;
/** Shorter ones would take away parts of words, and hide nothing. */
const SHORTEST_SECRET = 4;
const MASK = '***';

/** Long-running operations carry signatures of 7 kB in their URLs (reference/management-api.md §2.2); user information and fragments go too. */
const URL_TAIL = /\b(https?:\/\/)(?:[^\s/?#"'<>@]*@)?([^\s?#"'<>]*)[?#][^\s"'<>]*/giu;
const USER_INFORMATION = /\b(https?:\/\/)[^\s/?#"'<>@]*@/giu;
const JSON_WEB_TOKEN = /\beyJ[\w-]+(?:\.[\w-]*){1,4}/gu;
const AUTHORIZATION = /\b(Bearer|Basic|SharedAccessKey=|SharedAccessSignature|AccountKey=|api-key:)\s*[\w.~+/=-]{8,}/giu;

/**
 * One line of at most 2,000 characters.
 * @param secrets values that are replaced wherever they stand, also as JSON, XML or a URL would write them
 */
export function scrubbedText(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const form of secrets.filter(({ length }) => length >= SHORTEST_SECRET).flatMap(writtenForms).sort((a, b) => b.length - a.length)) {
    clean = clean.replaceAll(form, MASK);
  }
  clean = withoutRecognized(clean)
    .replace(URL_TAIL, '$1$2?…')
    .replace(USER_INFORMATION, '$1')
    .replace(JSON_WEB_TOKEN, MASK)
    .replace(AUTHORIZATION, `$1 ${MASK}`)
    .replace(/\s+/gu, ' ')
    .trim();
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

/** What is a key, token or password by its own form: a policy may hold one, and the service quotes policies. */
function withoutRecognized(text: string): string {
  let clean = '';
  let done = 0;
  for (const { span } of secretsInText(text)) {
    clean += text.slice(done, span.start) + MASK;
    done = span.end;
  }
  return clean + text.slice(done);
}

function writtenForms(secret: string): string[] {
  const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return [...new Set([secret, JSON.stringify(secret).slice(1, -1), xml, xml.replaceAll("'", '&apos;'), encodeURIComponent(secret.replace(/\p{Cs}/gu, '\ufffd'))])];
}
