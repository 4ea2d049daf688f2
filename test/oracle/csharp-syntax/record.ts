/** Asks Roslyn about our C# snippets and the corpus' expressions and records what it says. Needs dotnet; the tests need only the record. */
import { corpusExpressions, hasCorpus } from '../../syntax/csharp/corpus-expressions.js';
import { snippets } from '../../syntax/csharp/snippets.js';
import { CORPUS_VERDICTS, expressionHash, SNIPPET_VERDICTS } from '../../syntax/csharp/verdicts.js';
import { askDotnet, writeVerdicts } from '../ask-dotnet.js';

const ours = snippets();
const theirs = hasCorpus ? corpusExpressions() : [];
const verdicts = askDotnet(new URL('.', import.meta.url), [...ours, ...theirs].map(({ form, code }) => ({ form, code })));
const errorsOf = (index: number): string[] => {
  const errors = verdicts[index];
  return Array.isArray(errors) ? errors.map(String) : [];
};

writeVerdicts(SNIPPET_VERDICTS, ours.map(({ text }, index) => [text, errorsOf(index)]));
if (hasCorpus) {
  const byHash = theirs.map(({ form, code }, index): [string, string[]] => [expressionHash(form, code), errorsOf(ours.length + index).map((error) => error.replace(/@.*/s, ''))]);
  writeVerdicts(CORPUS_VERDICTS, byHash.sort(([a], [b]) => (a < b ? -1 : 1)));
}
