/** The expressions of the real policy documents in ../shared/corpus, for tests that measure the C# reader on them. */
import { SourceText } from '../../../src/model/origin.js';
import { readPolicyDocument } from '../../../src/model/read-document.js';
import type { ExpressionValue, PolicyValue } from '../../../src/model/value.js';
import { walkElements } from '../../../src/model/walk.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';
import { corpusDocuments, hasCorpus } from '../corpus-documents.js';

export { hasCorpus };

export interface CorpusExpression {
  /** The first document it stands in. */
  readonly file: string;
  readonly origin: string;
  /** Whether the document's XML was read without an error. */
  readonly wellRead: boolean;
  readonly form: ExpressionValue['form'];
  readonly code: string;
}

/** Each different expression once, in the order of the documents. */
export function corpusExpressions(): CorpusExpression[] {
  const found = new Map<string, CorpusExpression>();
  for (const { file, origin, text } of corpusDocuments()) {
    const document = readPolicyDocument(parseXml(text), new SourceText(file, text), { name: file });
    const wellRead = !(document.syntax?.problems ?? []).some(({ severity }) => severity === 'error');
    for (const { element } of walkElements(document)) {
      const values: PolicyValue[] = element.attributes.map(({ value }) => value);
      for (const child of element.children) if (child.kind === 'text') values.push(child.value);
      for (const value of values) {
        const key = value.kind === 'expression' ? `${value.form} ${value.code}` : '';
        if (value.kind !== 'expression' || found.has(key)) continue;
        found.set(key, { file, origin, wellRead, form: value.form, code: value.code });
      }
    }
  }
  return [...found.values()];
}
