/** What is sent back for a request. */
import type { Json, JsonObject } from '../model/json.js';
import type { ServiceError } from './content/stored-policy.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for none. */
  readonly body: string;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

export function jsonAnswer(status: number, value: JsonObject, headers: Answer['headers'] = {}): Answer {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

export function emptyAnswer(status: number, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body: '' };
}

export function errorAnswer(error: ServiceError, headers: Answer['headers'] = {}): Answer {
  return jsonAnswer(error.status, { error: errorBody(error) }, headers);
}

/** What stands below `error`, here and in the result of an operation. */
export function errorBody({ code, message, details }: ServiceError): JsonObject {
  const shown: Json = details === null ? null : details.map((detail) => ({ ...detail }));
  return { code, message, details: shown };
}
