/**
 * Asks Roslyn about the types of our C# expressions and of the corpus' and records what it says. Needs dotnet; the tests need only the record.
 * Run: npx tsx test/oracle/csharp-types/record.ts
 */
import { fileURLToPath } from 'node:url';
import { asTypeVerdict, CORPUS_TYPE_VERDICTS, snippetKey, topics, typedSnippets, verdictsFile, type TypeVerdict } from '../../check/expressions/typed-snippets.js';
import { corpusExpressions, hasCorpus } from '../../syntax/csharp/corpus-expressions.js';
import { expressionHash } from '../../syntax/csharp/verdicts.js';
import { askDotnet, writeVerdicts } from '../ask-dotnet.js';

const FACTS = fileURLToPath(new URL('../../../../shared/reference/expressions.json', import.meta.url));

const ours = topics().map((topic) => ({ topic, snippets: typedSnippets(topic) }));
const theirs = hasCorpus ? corpusExpressions() : [];
const questions = [...ours.flatMap(({ snippets }) => snippets), ...theirs.map(({ form, code }) => ({ form, code, wanted: undefined }))];
const verdicts = askDotnet(new URL('.', import.meta.url), questions.map(({ form, code, wanted }) => ({ form, code, ...(wanted !== undefined && { wanted }) })), [FACTS]).map(asTypeVerdict);

/** Without messages, which quote the expression: the corpus is not ours to copy. */
const withoutMessages = ({ type, errors }: TypeVerdict): TypeVerdict => ({ type, errors: errors.map((error) => error.replace(/ .*/s, '')) });

const answered = [...verdicts];
for (const { topic, snippets } of ours) {
  const answers = answered.splice(0, snippets.length);
  writeVerdicts(verdictsFile(topic), answers.map((verdict, index) => [snippets.slice(index, index + 1).map(snippetKey).join(), verdict]));
}
if (hasCorpus) {
  const hashes = theirs.map(({ form, code }) => expressionHash(form, code));
  const byHash = answered.map((verdict, index): [string, TypeVerdict] => [hashes.slice(index, index + 1).join(), withoutMessages(verdict)]);
  writeVerdicts(CORPUS_TYPE_VERDICTS, byHash.sort(([a], [b]) => (a < b ? -1 : 1)));
}
