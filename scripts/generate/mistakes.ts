/** The forty-five mistakes of reference/expressions.md §7: a policy that makes each, and what is found in it. */

export interface Mistake {
  /** As the reference counts them. */
  readonly number: number;
  readonly mistake: string;
  /** What makes it, in the inbound section unless it says so: policies that each have this one finding. */
  readonly policies?: readonly string[];
  readonly section?: 'outbound';
  /** What stands in the inbound section besides. */
  readonly before?: string;
  /** The code of the finding. */
  readonly found?: string;
  /** Why it is not found, or not always. */
  readonly because?: string;
}

const header = (value: string): string => `<set-header name="x-note" exists-action="override"><value>${value}</value></set-header>`;
const when = (condition: string): string => `<choose><when condition="${condition}"><set-method>POST</set-method></when></choose>`;
const variable = (value: string): string => `<set-variable name="note" value="${value}" />`;

const RAW = 'unescaped text is right in rawxml, which documents are read as and build writes; it is found where other parts of the expression are escaped';

export const MISTAKES: readonly Mistake[] = [
  { number: 1, mistake: 'quotes of an expression not escaped, in the format xml', found: 'mixed-encoding', because: RAW, policies: [when('@(context.Request.Method == &quot;GET&quot; || context.Request.Method == "PUT")')] },
  { number: 2, mistake: '`<` and `&&` not escaped, in the format xml', found: 'mixed-encoding', because: RAW, policies: [when('@(context.Request.Method == &quot;GET&quot; && context.Request.OriginalUrl.Port < 500)')] },
  { number: 3, mistake: 'a char literal in an attribute in single quotes', because: 'right in rawxml, which documents are read as; build escapes what its format needs' },
  { number: 4, mistake: 'an XML comment inside an expression', found: 'markup-in-code', policies: [header('@{ <!-- the caller --> return context.Request.IpAddress; }')] },
  { number: 5, mistake: 'text and an expression in one value', found: 'expression-inside-text', policies: [header('Bearer @(context.Request.IpAddress)')] },
  { number: 6, mistake: 'a statement without braces', found: 'unbraced-statement', policies: [header('@{ if (context.Request.Method == "GET") return "a"; return "b"; }')] },
  { number: 7, mistake: 'a path without return', found: 'missing-return', policies: [header('@{ if (context.Request.Method == "GET") { return "a"; } }')] },
  { number: 8, mistake: 'a value in `@{ }` without return', found: 'missing-semicolon', policies: [header('@{ context.Request.IpAddress }')] },
  { number: 9, mistake: '`return` in `@( )`', found: 'return-in-expression', policies: [header('@(return context.Request.IpAddress)')] },
  { number: 9, mistake: '`;` at the end of `@( )`', found: 'semicolon-in-expression', policies: [header('@(context.Request.IpAddress;)')] },
  { number: 10, mistake: 'C# 8 and later', found: 'unsupported-csharp', policies: [header('@{ string note = null; note ??= "b"; return note; }'), header('@(context.Request.Method is not null ? "a" : "b")'), header('@(@$"{context.Api.Id}")')] },
  {
    number: 11, mistake: '`CultureInfo`, `Environment`, `Thread`, `Stopwatch`', found: 'refused-type',
    policies: [header('@((9.5).ToString(System.Globalization.CultureInfo.InvariantCulture))'), header('@(Environment.MachineName)'), header('@{ Thread.Sleep(100); return "a"; }'), header('@(System.Diagnostics.Stopwatch.StartNew().ElapsedMilliseconds.ToString())')],
  },
  {
    number: 12, mistake: '`DateTime.TryParse`, `ToUniversalTime`, `ParseExact`', found: 'refused-member',
    policies: [header('@{ DateTime at; return DateTime.TryParse(context.Request.IpAddress, out at) ? "a" : "b"; }'), header('@(DateTime.UtcNow.ToUniversalTime().ToString())'), header('@(DateTime.ParseExact(context.Request.IpAddress, "u", null).ToString())')],
  },
  { number: 13, mistake: '`WebUtility` without `System.Net`', found: 'unknown-name', policies: [header('@(WebUtility.UrlEncode(context.Request.IpAddress))')] },
  {
    number: 14, mistake: '`Split("||")`, `Split(\',\', 2)`, `Contains(x, StringComparison)`', found: 'wrong-argument',
    policies: [header('@(context.Request.IpAddress.Split("||").First())'), header('@(context.Request.IpAddress.Split(\',\', 2).First())'), when('@(context.Request.IpAddress.Contains("a", StringComparison.OrdinalIgnoreCase))')],
  },
  { number: 15, mistake: '`matches.Count`, `group.Key`', found: 'refused-type', policies: [header('@(Regex.Matches(context.Request.IpAddress, "a").Count.ToString())'), header('@(context.Request.IpAddress.Split(\'.\').GroupBy(part => part.Length).First().Key.ToString())')] },
  { number: 15, mistake: '`Regex.Escape`', found: 'refused-member', policies: [header('@(Regex.Escape(context.Request.IpAddress))')] },
  { number: 16, mistake: '`XDocument.Load`, `JsonConvert.PopulateObject`', found: 'refused-member', policies: [header('@(XDocument.Load("https://contoso.com").ToString())'), header('@{ var note = new JObject(); JsonConvert.PopulateObject("{}", note); return note.ToString(); }')] },
  { number: 17, mistake: 'a variable that holds a List, Dictionary or string[]', found: 'wrong-result-type', policies: [variable('@(new List<string>())'), variable('@(new Dictionary<string, int>())'), variable('@(context.Request.IpAddress.Split(\'.\'))')].map((text) => text + header('@(context.Variables["note"].ToString())')) },
  { number: 18, mistake: '`value="true"` read with `<bool>`', found: 'variable-type-mismatch', policies: [variable('true') + when('@(context.Variables.GetValueOrDefault<bool>("note"))')] },
  { number: 19, mistake: 'an int that is read as long', found: 'variable-type-mismatch', policies: [variable('@(1)') + header('@(((long)context.Variables["note"]).ToString())'), variable('@(1)') + header('@(context.Variables.GetValueOrDefault<long>("note").ToString())')] },
  { number: 20, mistake: 'a JValue that is read as a string', found: 'variable-type-mismatch', policies: [variable('@(JObject.Parse("{}")["a"])') + header('@((string)context.Variables["note"])')] },
  { number: 21, mistake: 'the name of a variable misspelt', found: 'variable-never-set', policies: [variable('@(1)') + header('@(((int)context.Variables["noet"]).ToString())')] },
  { number: 22, mistake: 'a variable compared with text, without a cast', found: 'stored-object-comparison', policies: [variable('a') + when('@(context.Variables["note"] == "a")')] },
  { number: 23, mistake: 'a body read without preserveContent', found: 'body-consumed', policies: [variable('@(context.Request.Body.As<string>())') + header('@((string)context.Variables["note"])')] },
  {
    number: 24, mistake: 'the body of a request that has none', found: 'null-dereference', because: 'found where the document asks elsewhere whether there is a body: most APIs that read it get one',
    policies: [when('@(context.Request.Body != null)') + header('@(context.Request.Body.As<string>(preserveContent: true))')],
  },
  { number: 25, mistake: '`As<JObject>` on an array or an error page', because: 'what a caller or backend sends is not known at the desk' },
  { number: 26, mistake: '`context.Response` before there is one', found: 'response-before-it-exists', policies: [header('@(context.Response.StatusCode.ToString())')] },
  { number: 26, mistake: '`context.LastError` outside of on-error', found: 'last-error-outside-on-error', section: 'outbound', policies: [header('@(context.LastError.Message)')] },
  {
    number: 27, mistake: '`User`, `Product`, `Subscription` of callers that have none', found: 'null-dereference', because: 'of Subscription where the document asks elsewhere whether there is one: most APIs want a key',
    policies: [header('@(context.User.Email)'), when('@(context.Subscription != null)') + header('@(context.Subscription.Id)')],
  },
  { number: 28, mistake: '`Headers["X"][0]` of a header that is not sent', found: 'null-dereference', policies: [header('@(context.Request.Headers["X"][0])')] },
  { number: 29, mistake: '`Split(\' \')[1]` of a header that is not sent', found: 'missing-input-throws', policies: [header('@(context.Request.Headers.GetValueOrDefault("Authorization", "").Split(\' \')[1])')] },
  { number: 30, mistake: '`Url.Path` where `OriginalUrl.Path` is meant', because: 'both are right; the suffix of the API, which tells, is not in the document' },
  { number: 31, mistake: 'a header with several values compared as one', because: 'whether callers send several is not known at the desk' },
  { number: 32, mistake: '`==` on texts that differ in case', because: 'what callers send is not known at the desk' },
  { number: 33, mistake: 'a named value with quotes inside a C# string', because: 'the value is kept by the service' },
  { number: 34, mistake: 'a named value whose name is made by an expression', found: 'expression-inside-text', policies: [header('{{key-@(context.Api.Id)}}')] },
  { number: 35, mistake: 'an expression in an attribute that takes none', found: 'expression-not-allowed', policies: ['<set-variable name="@(context.Api.Id)" value="a" />'] },
  { number: 36, mistake: 'a token-quota that is an int or string', found: 'wrong-result-type', policies: ['@(10000)', '@("10000")'].map((quota) => `<llm-token-limit counter-key="@(context.Request.IpAddress)" token-quota='${quota}' token-quota-period="Daily" estimate-prompt-tokens="false" />`) },
  {
    number: 37, mistake: 'the result of a send-request that ignores errors', found: 'send-request-result-unchecked',
    policies: [`<send-request mode="new" response-variable-name="answer" timeout="10" ignore-error="true"><set-url>https://contoso.com</set-url><set-method>GET</set-method></send-request>${header('@(((IResponse)context.Variables["answer"]).StatusCode.ToString())')}`],
  },
  { number: 38, mistake: 'JSON made by joining texts', found: 'json-by-joining', because: 'found where a header, a query parameter or text of the request body is joined in', policies: ['<set-body>@("{\\"user\\":\\"" + context.Request.Headers.GetValueOrDefault("x-user", "") + "\\"}")</set-body>'] },
  { number: 39, mistake: 'a JObject with the same JProperty twice', found: 'duplicate-json-property', policies: ['<set-body>@(new JObject(new JProperty("a", 1), new JProperty("a", 2)).ToString())</set-body>'] },
  { number: 40, mistake: 'a Guid or a number where text is wanted', found: 'wrong-result-type', policies: [header('@(context.RequestId)'), header('@(context.Request.OriginalUrl.Port)')] },
  { number: 41, mistake: 'a constant counter-key', found: 'constant-counter-key', policies: ['<rate-limit-by-key calls="10" renewal-period="60" counter-key="x" />', '<rate-limit-by-key calls="10" renewal-period="60" counter-key=\'@("x")\' />'] },
  { number: 42, mistake: 'an empty value of trace metadata', found: 'empty-trace-metadata', because: 'found where it is empty because a header or query parameter is not sent', policies: ['<trace source="calls"><message>called</message><metadata name="origin" value=\'@(context.Request.Headers.GetValueOrDefault("Origin", ""))\' /></trace>'] },
  {
    number: 43, mistake: 'the body of a response that is a stream', found: 'breaks-streaming', section: 'outbound',
    before: '<llm-emit-token-metric><dimension name="API ID" /></llm-emit-token-metric>',
    policies: [`${variable('@(context.Response.Body.As<string>(preserveContent: true))')}${header('@((string)context.Variables["note"])')}`],
  },
  { number: 44, mistake: 'liquid in the set-body of return-response', found: 'liquid-without-body', because: 'found where it reads the body; what it reads of context works in policies that Microsoft publishes', policies: ['<return-response><set-status code="200" reason="OK" /><set-body template="liquid">{{body.a}}</set-body></return-response>'] },
  { number: 45, mistake: 'a limit whose increment-condition reads the response', because: 'works as documented, one call late; whether that matters is the author\'s to say' },
];

/** The document that makes a mistake. */
export function mistakenDocument({ section, before = '' }: Mistake, policy: string): string {
  const content = (name: 'inbound' | 'backend' | 'outbound' | 'on-error'): string => `<${name}><base />${name === 'inbound' ? before : ''}${name === (section ?? 'inbound') ? policy : ''}</${name}>`;
  return `<policies>${content('inbound')}${content('backend')}${content('outbound')}${content('on-error')}</policies>`;
}
