/** Writes prompts and answers to the trace, streams aside. Explained in docs/patterns/content-capture.md. */
import { checkedWhole } from '../checked-whole.js';
import { cs, csBlock } from '../expression.js';
import { group } from '../group.js';
import { choose, otherwise, setVariable, trace, when } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import type { Expression } from '../property-types.js';
import { stringArray } from '../string-array.js';
import { deploymentId } from './deployment-id.js';

export interface ContentCaptureProperties {
  /** Longest text that is written; what is behind is cut off. Default: 32000. */
  readonly maxChars?: number;
  /** Source of the trace entries. Default: AzureOpenAIContentCapture. */
  readonly source?: string;
  /** For whom the call is made. Default: the header x-apim-end-user-id, else the subscription's user, else "unknown". */
  readonly endUserId?: Expression<string>;
}

export interface ContentCapture {
  /** Reads the prompt. Everything that changes the request's body stands behind it. */
  readonly inbound: Policy<'inbound'>;
  /** Reads the answer, unless it is streamed. */
  readonly outbound: Policy<'outbound'>;
}

const CUT = '\n...[truncated by APIM content logging policy]';
const NOTHING = '[no content]';
const SKIPPED = 'Streaming response: its content is not captured, because reading it would hold it back until it is complete.';

/** Where the texts of an answer stand: chat completions, completions. */
const ANSWER_PATHS = ['$.choices[*].message.content', '$.choices[*].message.content[*].text', '$.choices[*].text'];

/**
 * Traces the prompt of every call and the answer of every call that is not streamed, with metadata to find them by. Reading an answer
 * buffers it, which would turn a stream into one late block (reference/runtime.md §5).
 * @throws UsageError for a maxChars below 1
 * @example
 * const capture = contentCapture({ maxChars: 8000 });
 * export default api('azure-openai', { inbound: [base(), capture.inbound], outbound: [capture.outbound, base()] });
 */
export function contentCapture(properties: ContentCaptureProperties = {}): ContentCapture {
  const { maxChars = 32_000, source = 'AzureOpenAIContentCapture', endUserId = callingUser() } = properties;
  checkedWhole(maxChars, { min: 1 }, 'contentCapture', 'maxChars');
  const entry = (phase: string, message: string | Expression<string>, about: Metadata): Policy<'inbound' | 'outbound'> => traceEntry(source, phase, message, about);
  const streamRequested = cs`context.Variables.GetValueOrDefault<bool>("streamRequested", false)`;
  const isStream = cs`${streamRequested} || context.Response.Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/event-stream")`;
  return {
    inbound: group<'inbound'>(contentCapture, [
      setVariable({ name: 'contentCaptureMaxChars', value: cs`${maxChars}` }),
      setVariable({ name: 'deploymentId', value: deploymentId() }),
      setVariable({ name: 'observedEndUserId', value: endUserId }),
      setVariable({ name: 'requestBodyRaw', value: cs`context.Request.Body?.As<string>(preserveContent: true) ?? ""` }),
      setVariable({ name: 'streamRequested', value: asksForStream() }),
      setVariable({ name: 'requestContentRaw', value: promptText() }),
      ...measured('request'),
      entry('inbound-request', text('requestContentForTrace'), { streamRequested: cs`${streamRequested}.ToString()`, ...measures('request') }),
    ]),
    outbound: choose([
      when(cs`!(${isStream})`, [
        setVariable({ name: 'responseBodyRaw', value: cs`context.Response.Body?.As<string>(preserveContent: true) ?? ""` }),
        setVariable({ name: 'responseContentRaw', value: answerText() }),
        ...measured('response'),
        entry('outbound-response', text('responseContentForTrace'), { streamRequested: 'false', ...measures('response') }),
      ]),
    ], otherwise([entry('outbound-response-skipped', SKIPPED, { streamRequested: 'true', originalChars: '0', truncated: 'false' })])),
  };
}

interface Metadata {
  readonly streamRequested: string | Expression<string>;
  readonly originalChars: string | Expression<string>;
  readonly truncated: string | Expression<string>;
}

function traceEntry(source: string, phase: string, message: string | Expression<string>, { streamRequested, originalChars, truncated }: Metadata): Policy<'inbound' | 'outbound'> {
  return trace({
    source,
    severity: 'information',
    message,
    metadata: [
      { name: 'ContentLogging', value: 'true' },
      { name: 'CapturePhase', value: phase },
      { name: 'APIMRequestId', value: cs`context.RequestId.ToString()` },
      { name: 'DeploymentId', value: text('deploymentId', 'unknown') },
      { name: 'EndUserId', value: text('observedEndUserId', 'unknown') },
      { name: 'StreamRequested', value: streamRequested },
      { name: 'OriginalChars', value: originalChars },
      { name: 'Truncated', value: truncated },
    ],
  });
}

/** Length of the text, whether it is too long, and the text as it is traced. */
function measured(side: 'request' | 'response'): Policy<'inbound' | 'outbound'>[] {
  const content = text(`${side}ContentRaw`);
  const limit = cs`context.Variables.GetValueOrDefault<int>("contentCaptureMaxChars", 0)`;
  return [
    setVariable({ name: `${side}ContentOriginalChars`, value: cs`${content}.Length` }),
    setVariable({ name: `${side}ContentWasTruncated`, value: cs`${content}.Length > ${limit}` }),
    setVariable({
      name: `${side}ContentForTrace`,
      value: csBlock`
        var content = ${content};
        var limit = ${limit};
        return content == "" ? ${NOTHING} : content.Length > limit ? content.Substring(0, limit) + ${CUT} : content;
      `,
    }),
  ];
}

function measures(side: 'request' | 'response'): Pick<Metadata, 'originalChars' | 'truncated'> {
  return {
    originalChars: cs`context.Variables.GetValueOrDefault<int>(${`${side}ContentOriginalChars`}, 0).ToString()`,
    truncated: cs`context.Variables.GetValueOrDefault<bool>(${`${side}ContentWasTruncated`}, false).ToString()`,
  };
}

function text(variable: string, fallback = ''): Expression<string> {
  return cs`context.Variables.GetValueOrDefault<string>(${variable}, ${fallback})`;
}

function callingUser(): Expression<string> {
  return csBlock`
    var stated = context.Request.Headers.GetValueOrDefault("x-apim-end-user-id", "");
    return stated != "" ? stated : context.User?.Id ?? "unknown";
  `;
}

function asksForStream(): Expression<boolean> {
  return csBlock`
    try {
        return (bool?)JObject.Parse(${text('requestBodyRaw')})["stream"] ?? false;
    } catch {
        return false;
    }
  `;
}

/** Messages as `role: text`, one below the other; the `input` or `prompt` of other APIs; the body when it is neither. */
function promptText(): Expression<string> {
  return csBlock`
    var body = ${text('requestBodyRaw')};
    try {
        var json = JObject.Parse(body);
        var messages = json.SelectTokens("$.messages[*]").Select(message => new {
            Role = (string)message["role"] ?? "unknown",
            Text = string.Join(" ", ${stringArray(['$.content', '$.content[*]', '$.content[*].text', '$.content[*].input_text'])}
                .SelectMany(path => message.SelectTokens(path))
                .Where(token => token.Type == JTokenType.String)
                .Select(token => (string)token))
        });
        var lines = messages.Where(message => message.Text.Trim() != "").Select(message => message.Role + ": " + message.Text);
        var rest = json["input"] ?? json["prompt"] ?? json;
        return lines.Any() ? string.Join("\n\n", lines) : rest.Type == JTokenType.String ? (string)rest : rest.ToString(Newtonsoft.Json.Formatting.None);
    } catch {
        return body;
    }
  `;
}

/** The texts of an answer, one below the other; its error; the body when it is neither. */
function answerText(): Expression<string> {
  return csBlock`
    var body = ${text('responseBodyRaw')};
    try {
        var json = JObject.Parse(body);
        var responses = json["output_text"] != null ? "$.output_text" : "$.output[*].content[*].text";
        var texts = ${stringArray(ANSWER_PATHS)}.Concat(new[] { responses })
            .SelectMany(path => json.SelectTokens(path))
            .Where(token => token.Type == JTokenType.String && ((string)token).Trim() != "")
            .Select(token => (string)token);
        return texts.Any() ? string.Join("\n\n", texts) : (json["error"] ?? json).ToString(Newtonsoft.Json.Formatting.None);
    } catch {
        return body;
    }
  `;
}
