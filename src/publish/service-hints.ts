/** What to do about what the service says when it refuses something. Source of the sentences: reference/management-api.md §2.7; numbers are its rows. */

export interface ServiceHint {
  readonly says: RegExp;
  /** What to do, imperative; `$1` is what the sentence captures. */
  readonly hint: string;
  /** The attribute that the sentence is about, the likeliest first. */
  readonly attributes?: readonly string[];
}

const SHORTEN = 'move parts that several policies share into fragments, and long literals into named values';
const BRACES = 'put braces around the body of every if, else, for, foreach, while, do, using, lock and try';

/** The first that fits is taken. */
export const SERVICE_HINTS: readonly ServiceHint[] = [
  /* 1, 3 */ { says: /error occurred while parsing EntityName/iu, hint: 'write & as &amp; where the text is XML; aoai-policy format does it' },
  /* 2 */ { says: /is an unexpected token\. Expecting white space/iu, hint: 'write the inner quotes of the attribute as &quot;; aoai-policy format does it' },
  /* 4 */ { says: /Data at the root level is invalid/iu, hint: 'let the file start with the document itself: no path, no other text before it' },
  /* 5 */ { says: /cannot contain text\. List of possible elements expected: (.+?)\.?$/iu, hint: 'put the text into one of $1' },
  /* 6 */ { says: /has invalid child element '[^']+'.*List of possible elements expected: (.+?)\.?$/iu, hint: 'write the children in the order of the reference page; $1 can stand here' },
  /* 7, 8 */ { says: /section is not allowed in the specified scope|policy is not allowed in the specified scope/iu, hint: 'move the policy to a scope that takes it; its page in docs/policies lists them' },
  /* 9 */ { says: /is not allowed in (?:this sku )?'([^']+)'/iu, hint: 'use a policy that the tier $1 has, or another tier; state the tier in the configuration, and aoai-policy lint finds it before' },
  /* 10 */ { says: /attribute is unavailable for/iu, hint: 'leave the attribute out here, or move the policy to an API or an operation' },
  /* 11 */ { says: /Backend with id '([^']*)' could not be found/iu, hint: 'declare the backend $1 in this project, so that it is pushed first, or create it in the service', attributes: ['backend-id'] },
  /* 12 */ { says: /Policy fragment with id '([^']*)' could not be found/iu, hint: 'declare the fragment $1 in this project, so that it is pushed first, or create it in the service', attributes: ['fragment-id'] },
  /* 13 */ { says: /Cannot find a property '([^']*)'/iu, hint: 'declare the named value $1 in this project, or create it in the service; {{…}} names its display name, upper and lower case told apart' },
  /* 14 */ { says: /Property '([^']*)' not found/iu, hint: 'declare the named value $1 in this project, or create it in the service; upper and lower case are told apart' },
  /* 15 */ { says: /Logger not found/iu, hint: 'create the logger in the service, or name one that it has', attributes: ['logger-id'] },
  /* 16 */ { says: /Unable to obtain configuration from: '([^']*)'/iu, hint: 'see that the service can reach $1, and push again: it is fetched each time the policy is saved', attributes: ['url'] },
  /* 17 */ { says: /Only parameters specified in the original URL template/iu, hint: 'use only parameters of the URL template of the operation', attributes: ['template'] },
  /* 18 */ { says: /Unterminated string literal/iu, hint: 'see whether a named value with quotes or line breaks is put into a C# string; write it as @"…", or read it outside of the expression' },
  /* 19 */ { says: /Expected a "\{" but found/iu, hint: BRACES },
  /* 20 */ { says: /fragment contains invalid policy expression/iu, hint: `look for the expression in the fragment; ${BRACES}` },
  /* 21, 22 */ { says: /Usage of (?:type|member) '([^']*)'.* is not supported within expressions/iu, hint: 'do without $1: policy expressions know a part of .NET alone, which aoai-policy lint checks' },
  /* 23 */ { says: /Dynamic member invocation is not supported/iu, hint: 'name the type instead of dynamic' },
  /* 24 */ { says: /exceeds allowed limit of -1 KB/iu, hint: 'wait until the service is ready, and push again: the instance is still being made' },
  /* 24 */ { says: /Policy size exceeds allowed limit/iu, hint: SHORTEN },
  /* 25 */ { says: /is used by the following entities/iu, hint: 'push the policies that do without it first, and remove it then' },
  /* 26 */ { says: /Entity with specified identifier not found/iu, hint: 'create the API, operation, product or workspace first: policies are pushed, what they belong to is not' },
  /* 27 */ { says: /Invalid field 'secret' specified/iu, hint: 'let a named value from Key Vault be a secret, and give it no value of its own' },
  /* 28, 29 */ { says: /managed identity with provided IdentityClientId|Authentication failed for Active Directory Tenant/iu, hint: 'let the managed identity of the service read the secret in Key Vault, and see that the vault can be reached from it' },
  /* 30 */ { says: /Property with the same name already exist/iu, hint: 'choose another display name, or push to the named value that has it' },
  /* 31 */ { says: /Value should represent absolute http URL/iu, hint: 'write the whole address, https:// and host included' },
];

/** The hint for a sentence, with what it names put in. */
export function serviceHint(sentence: string): { readonly hint: string; readonly attributes: readonly string[] } | undefined {
  for (const { says, hint, attributes = [] } of SERVICE_HINTS) {
    const match = says.exec(sentence);
    if (match !== null) return { hint: hint.replace('$1', () => match[1] ?? ''), attributes };
  }
  return undefined;
}
