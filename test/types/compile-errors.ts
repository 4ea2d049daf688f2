/** Compiled by the type check: each marked line must be an error, and no other line may be one. */
import { base, choose, forwardRequest, limitConcurrency, llmTokenLimit, otherwise, retry, rewriteUri, setBackendService, setBody, setHeader, setMethod, setVariable, wait, when, sendRequest } from '../../src/dsl/policies.generated.js';
import { api, type Sections } from '../../src/dsl/documents.js';

const twice = { condition: true, count: 2, interval: 1 } as const;

export const placed: Sections[] = [
  { inbound: [base(), setHeader({ name: 'a', value: 'b' }), rewriteUri({ template: '/x' })] },
  { backend: [retry(twice, [forwardRequest({ bufferRequestBody: true })])] },
  { backend: [retry(twice, [setVariable({ name: 'a', value: 'b' }), forwardRequest()])] },
  { inbound: [retry(twice, [])], onError: [setBody('sorry')] },
  { inbound: [choose([when(true, [setBackendService({ backendId: 'a' })])], otherwise([setBackendService({ baseUrl: 'https://b' })]))] },
  { outbound: [limitConcurrency({ key: 'a', maxCount: 1 }, [wait([sendRequest({ responseVariableName: 'a', setUrl: 'https://a', setMethod: 'GET' })])])] },
];

export const misplaced: Sections[] = [
  // @ts-expect-error forward-request stands in backend only
  { inbound: [forwardRequest()] },
  // @ts-expect-error so does a retry that holds it
  { inbound: [retry(twice, [forwardRequest()])] },
  // @ts-expect-error and a choose with a branch that holds it, whatever the other branches hold
  { inbound: [choose([when(true, [setBody('x')]), when(true, [forwardRequest()])])] },
  // @ts-expect-error the otherwise branch counts as well
  { inbound: [choose([when(true, [setBody('x')])], otherwise([forwardRequest()]))] },
  // @ts-expect-error base stands directly in a section
  { inbound: [retry(twice, [base()])] },
  // @ts-expect-error a branch is no policy
  { inbound: [when(true, [])] },
  // @ts-expect-error no section takes both
  { backend: [retry(twice, [forwardRequest(), rewriteUri({ template: '/x' })])] },
  // @ts-expect-error rewrite-uri stands in inbound only
  { outbound: [rewriteUri({ template: '/x' })] },
];

export const documents = [
  () => api('a', { inbound: [base()], backend: [base()], outbound: [base()], onError: [base()] }),
  // @ts-expect-error forward-request stands in backend only
  () => api('a', { inbound: [forwardRequest()] }),
  // @ts-expect-error the section is called onError
  () => api('a', { error: [base()] }),
];

export const missing = [
  // @ts-expect-error interval is required
  () => retry({ condition: true, count: 2 }, []),
  // @ts-expect-error one of base-url and backend-id is required
  () => setBackendService({}),
  // @ts-expect-error one of tokens-per-minute and token-quota is required
  () => llmTokenLimit({ counterKey: 'a', estimatePromptTokens: true }),
  // @ts-expect-error the method is required
  () => setMethod(),
];

export const wrong = [
  // @ts-expect-error an unknown value of an enum
  () => setHeader({ name: 'a', existsAction: 'replace', value: 'b' }),
  // @ts-expect-error text for a boolean
  () => llmTokenLimit({ counterKey: 'a', tokensPerMinute: 1, estimatePromptTokens: 'yes' }),
  // @ts-expect-error a number in quotes
  () => retry({ condition: true, count: '2', interval: 1 }, []),
  // @ts-expect-error a misspelt property
  () => setBackendService({ backendID: 'a' }),
];
