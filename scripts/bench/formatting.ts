/** The canonical layout of well-formed policies, against prettier with its XML plugin, in one process. */
import plugin from '@prettier/plugin-xml';
import { format } from 'prettier';
import { formatPolicy } from '../../src/emit/format-policy.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { functionTimes } from './measure.js';
import { atLeast, milliseconds, type BenchResult } from './result.js';
import { corpusFiles, readAll } from './sample-policies.js';

const ROUNDS = 3;

export async function formatting(): Promise<BenchResult> {
  const title = 'Formatting';
  const files = corpusFiles();
  if (files === undefined) return { title, method: 'not measured: ../shared/corpus is not there', rows: [] };
  const texts = await formattable(readAll(files));
  const times = await functionTimes(
    {
      ours: () => texts.map((text) => formatPolicy(parseXml(text))),
      peer: async () => {
        for (const text of texts) await prettierXml(text);
      },
    },
    ROUNDS,
  );
  return {
    title,
    method: `the ${texts.length} well-formed documents of the corpus that both take, in one process, ours with its proof that the policy stays the same; medians of ${ROUNDS} rounds`,
    rows: [{ what: 'prettier with @prettier/plugin-xml', value: milliseconds(times.peer) }, { what: '`aoai-policy format`', value: milliseconds(times.ours) }],
    ratio: atLeast(times.ours, times.peer, 20),
    note: 'Ours also reads its result again and compares the two trees, so that formatting cannot change a policy.',
  };
}

function prettierXml(text: string): Promise<string> {
  return format(text, { parser: 'xml', plugins: [plugin], xmlWhitespaceSensitivity: 'ignore' });
}

/** What both read; prettier refuses some, bare snippets of several elements among them. */
async function formattable(texts: readonly string[]): Promise<string[]> {
  const taken: string[] = [];
  for (const text of texts) {
    const xml = parseXml(text);
    if (xml.encoding !== 'xml' || xml.problems.length > 0) continue;
    const isTaken = await prettierXml(text).then(() => true, () => false);
    if (isTaken) taken.push(text);
  }
  return taken;
}
