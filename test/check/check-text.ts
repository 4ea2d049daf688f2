/** Checks a policy written as text, the way the tests state what is found. */
import { exampleScope } from '../../scripts/generate/example-scope.js';
import { checkDocument } from '../../src/check/check-document.js';
import type { CheckOptions } from '../../src/check/check-context.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import type { ScopeKind } from '../../src/model/scope.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

export interface TextOptions extends CheckOptions {
  readonly scope?: ScopeKind | undefined;
}

export function checkText(text: string, { scope, ...options }: TextOptions = {}): Diagnostic[] {
  const source = new SourceText('policy.xml', text);
  return checkDocument(readPolicyDocument(parseXml(text), source, { name: 'policy', ...exampleScope(scope) }), options);
}

/** `line:column severity code: message`, with the hint behind it. */
export function lineOf({ range, severity, code, message, hint }: Diagnostic): string {
  const { line, column } = range.start;
  return `${line}:${column} ${severity} ${code}: ${message}${hint === undefined ? '' : `; ${hint}`}`;
}
