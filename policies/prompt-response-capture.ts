/**
 * Writes prompts and answers to the trace, for audits. Streamed answers are passed on untouched and noted as such.
 *
 * Keeps the contract of AOAI_Policy-Trace_Prompt_Response_Content.xml of microsoft/AzureOpenAI-with-APIM (its variables, trace source
 * and metadata) with expressions of our own. What the original gets wrong: it sets contentCaptureMaxChars to the literal 32000,
 * which is a text, and reads it as an int, which throws: every call ends in a 500. `base()` stands last, so that what broader
 * scopes check about the caller is checked after the prompt was written.
 *
 * Prompts hold what people typed. Make sure that those who can read the traces may read that.
 */
import { api, base, contentCapture, managedIdentity, setBackendService } from 'aoai-policy';

const capture = contentCapture();

export default api('aoai-prompt-response-capture', {
  inbound: [base(), setBackendService({ backendId: 'azure-openai-openai-endpoint' }), capture.inbound, managedIdentity()],
  outbound: [capture.outbound, base()],
});
