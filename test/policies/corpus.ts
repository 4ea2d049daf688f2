/** The nine policies of microsoft/AzureOpenAI-with-APIM, where the corpus has them, and what re-creates them. */
import { readFileSync } from 'node:fs';
import type { PolicyDocument } from '../../src/model/document.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

export const CORPUS = new URL('../../../shared/corpus/microsoft+AzureOpenAI-with-APIM/', import.meta.url);

interface Original {
  readonly file: string;
  /** `tree`: policies/original/<name>.ts makes the same tree; `contract`: policies/<name>.ts keeps what others rely on. */
  readonly recreated: 'tree' | 'contract';
}

/** By the name of the file in policies/. */
export const ORIGINALS = {
  'managed-identity': { file: 'apim_policies__AOAI_Policy-Managed_Identity.xml', recreated: 'tree' },
  'retry-in-region': { file: 'apim_policies__AOAI_Policy-Managed_Identity_with_Retry_SingleRegion.xml', recreated: 'tree' },
  'retry-over-regions': { file: 'apim_policies__AOAI_Policy-Managed_Identity_with_Retry_MultiRegion.xml', recreated: 'tree' },
  'rate-limit-per-caller': { file: 'apim_policies__AOAI_Policy-Managed_Identity_with_Retry_MultiRegion_RateThrottle.xml', recreated: 'tree' },
  'priority-routing': { file: 'apim_policies__AOAI_Policy-Priority_Routing.xml', recreated: 'tree' },
  'backend-api-key': { file: 'apim_policies__AOAI_Policy-SAS_Token.xml', recreated: 'tree' },
  'token-tracking': { file: 'apim_policies__AOAI_Policy-Token_Tracking_aka_Charge_back.xml', recreated: 'tree' },
  'token-tracking-end-users': { file: 'apim_policies__AOAI_Policy-Token_Tracking_End_User_Context.xml', recreated: 'contract' },
  'prompt-response-capture': { file: 'apim_policies__AOAI_Policy-Trace_Prompt_Response_Content.xml', recreated: 'contract' },
} as const satisfies Record<string, Original>;

export function corpusDocument(file: string): PolicyDocument {
  const text = readFileSync(new URL(file, CORPUS), 'utf8');
  return readPolicyDocument(parseXml(text), new SourceText(file, text), { name: file });
}
