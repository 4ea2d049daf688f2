/** Our expressions and the corpus' with what Roslyn said of them. */
import { corpusExpressions } from '../../syntax/csharp/corpus-expressions.js';
import { expressionHash } from '../../syntax/csharp/verdicts.js';
import type { JudgedExpression } from './agreement.js';
import { CORPUS_TYPE_VERDICTS, snippetKey, topics, typedSnippets, typeVerdicts, verdictsFile, type TypeVerdict } from './typed-snippets.js';

/** @throws Error for a snippet that Roslyn was not asked about: run test/oracle/csharp-types/record.ts */
export function judgedSnippets(): JudgedExpression[] {
  return topics().flatMap((topic) => {
    const verdicts = typeVerdicts(verdictsFile(topic));
    return typedSnippets(topic).map((snippet) => {
      const key = snippetKey(snippet);
      return { set: topic, key: key.replaceAll('\n', '⏎'), form: snippet.form, code: snippet.code, wanted: snippet.wanted, verdict: verdictOf(key, verdicts) };
    });
  });
}

/** @throws Error for an expression that Roslyn was not asked about */
export function judgedCorpus(): JudgedExpression[] {
  const verdicts = typeVerdicts(CORPUS_TYPE_VERDICTS);
  return corpusExpressions().map(({ form, code }) => {
    const key = expressionHash(form, code);
    return { set: 'corpus', key, form, code, verdict: verdictOf(key, verdicts) };
  });
}

function verdictOf(key: string, verdicts: ReadonlyMap<string, TypeVerdict>): TypeVerdict {
  const verdict = verdicts.get(key);
  if (verdict === undefined) throw new Error(`no verdict on ${key}`);
  return verdict;
}
