/** The page that says how far the C# of expressions is judged as the gateway's compiler judges it. */
import type { AgreementFigures } from '../../test/check/expressions/figures.js';

interface Difference {
  readonly kind: string;
  readonly reason: string;
  readonly expressions: number;
}

/** As test/check/expressions/oracle.test.ts records them. */
type TypeFigures = AgreementFigures & { readonly differences: readonly Difference[] };

/** As test/syntax/csharp/roslyn.test.ts records them. */
interface SyntaxFigures {
  readonly expressions: number;
  readonly acceptedByBoth: number;
  readonly refusedByBoth: number;
  readonly differences: readonly Difference[];
}

/**
 * docs/fidelity.md.
 * @param read gives the text of a file in fixtures/csharp
 */
export function fidelityPage(read: (name: string) => string): string {
  const types: readonly TypeFigures[] = [JSON.parse(read('types/agreement.own.json')), JSON.parse(read('types/agreement.corpus.json'))];
  const syntax: readonly SyntaxFigures[] = [JSON.parse(read('syntax-agreement.own.json')), JSON.parse(read('syntax-agreement.corpus.json'))];
  return [
    '<!-- Generated from the figures in fixtures/csharp by `npm run generate`; do not edit. -->',
    '',
    '# How true the check of expressions is',
    '',
    'The service compiles policy expressions with Roslyn, so what `check` and `lint` say of them is measured against Roslyn: C# 7 on the reference assemblies of .NET',
    'Framework 4.7.2 with Newtonsoft.Json and declarations of APIM\'s own types written from the references. The verdicts were recorded once, with the places of the errors',
    '(`test/oracle`, needs dotnet); every test run holds our parser and our checker to them, without dotnet. *Own* expressions were written for this, valid and invalid ones',
    'for each feature of the language; *real* ones are the different expressions of policies in public repositories, of which only hashes are kept here.',
    '',
    '## Names, types and ways through the code',
    '',
    '| | own | real |',
    '|---|---|---|',
    ...TYPE_ROWS.map(([name, figure]) => `| ${[name, ...types.map(figure)].join(' | ')} |`),
    '',
    'An error is at the same place when it starts at the same character; where Roslyn finds fault with the expression as a whole, any place will do. Refused uses are those of',
    'types and members that are not on APIM\'s list. Of an expression with a `{{named value}}` Roslyn knows nothing: there, what we report is on the list below.',
    '',
    ...differences(types),
    '## Syntax alone',
    '',
    '| | own | real |',
    '|---|---|---|',
    ...SYNTAX_ROWS.map(([name, figure]) => `| ${[name, ...syntax.map(figure)].join(' | ')} |`),
    '',
    ...differences(syntax),
    'What the service itself says is unknown where the references do not: Roslyn, the imported namespaces and the wrapper around an expression are the best that is known of it.',
    '',
  ].join('\n');
}

const TYPE_ROWS: readonly (readonly [string, (figures: TypeFigures) => string | number])[] = [
  ['expressions', ({ expressions }) => expressions],
  ['accepted by Roslyn', ({ accepted }) => accepted],
  ['· refused by us, though C# takes them', ({ falseAlarms }) => falseAlarms],
  ['· judged by the type of the value', ({ typed }) => typed],
  ['· type known, and the same', ({ knownTypes, typed }) => `${String(knownTypes)} (${percent(knownTypes, typed)})`],
  ['refused by Roslyn', ({ refused }) => refused],
  ['· by us too', ({ reported, refused }) => `${String(reported)} (${percent(reported, refused)})`],
  ['· at the same place', ({ atSamePlace, refused }) => `${String(atSamePlace)} (${percent(atSamePlace, refused)})`],
  ['uses that APIM refuses', ({ refusedUses }) => refusedUses],
  ['with named values, not judged', ({ namedValues }) => namedValues],
];

const SYNTAX_ROWS: readonly (readonly [string, (figures: SyntaxFigures) => number])[] = [
  ['expressions', ({ expressions }) => expressions],
  ['accepted by both', ({ acceptedByBoth }) => acceptedByBoth],
  ['refused by both', ({ refusedByBoth }) => refusedByBoth],
  ['differing', (figures) => figures.differences.reduce((sum, { expressions }) => sum + expressions, 0)],
];

function percent(part: number, whole: number): string {
  return `${(100 * part / whole).toFixed(1)}%`;
}

/** The kinds of difference in words; those of syntax are words already. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  'false-alarm': 'only we refuse', 'missed': 'only Roslyn refuses', 'elsewhere': 'at another place', 'other-type': 'another type', 'named-value': 'with a named value', 'allow-list': 'other uses refused',
};

function differences([own, real]: readonly { readonly differences: readonly Difference[] }[]): string[] {
  const all = [...(own?.differences ?? []).map((one) => ({ ...one, real: 0 })), ...(real?.differences ?? []).map((one) => ({ ...one, expressions: 0, real: one.expressions }))];
  const rows = new Map<string, { own: number; real: number }>();
  for (const { kind, reason, expressions, real: ofReal } of all) {
    const key = `| ${KIND_WORDS[kind] ?? kind} | ${reason.replaceAll('|', '\\|')}`;
    const row = rows.get(key) ?? { own: 0, real: 0 };
    rows.set(key, { own: row.own + expressions, real: row.real + ofReal });
  }
  return ['| Difference | Why | own | real |', '|---|---|---|---|', ...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${key} | ${String(count.own)} | ${String(count.real)} |`), ''];
}
