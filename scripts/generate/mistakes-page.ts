/** The page of what authors get wrong in expressions, and what finds it. */
import { CODE_DESCRIPTIONS } from '../../src/lint/code-descriptions.js';
import { type Mistake, MISTAKES } from './mistakes.js';

/** docs/mistakes.md. */
export function mistakesPage(): string {
  const numbers = new Set(MISTAKES.map(({ number }) => number));
  const found = new Set(MISTAKES.filter((one) => one.found !== undefined).map(({ number }) => number));
  return [
    '<!-- Generated from scripts/generate/mistakes.ts by `npm run generate`; do not edit. -->',
    '',
    '# What authors get wrong in expressions',
    '',
    `Of the ${String(numbers.size)} mistakes that are on record, in issues, answers and public policies, \`lint\` finds ${String(found.size)}. For the others it says below why not. A test makes each of them in a`,
    'policy, and wants the one finding that names it.',
    '',
    '| | Mistake | Found as | |',
    '|---|---|---|---|',
    ...MISTAKES.map(row),
    '',
  ].join('\n');
}

function row({ number, mistake, found, because }: Mistake): string {
  return `| ${String(number)} | ${mistake} | ${found === undefined ? '—' : linked(found)} | ${because ?? ''} |`;
}

/** Codes of C# and of markup have messages that say all there is, and no page. */
function linked(code: string): string {
  const docs = CODE_DESCRIPTIONS.find((one) => one.code === code)?.docs;
  return docs === undefined ? `\`${code}\`` : `[${code}](${docs})`;
}
