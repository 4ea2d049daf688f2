/** Makes docs/checks.md: every code of src/check/codes.ts, with a wrong and a right example and what the check says to it. */
import { CHECK_CODES, type CheckCode } from '../../src/check/codes.js';
import { checkDocument } from '../../src/check/check-document.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { holdsMessage } from '../../src/model/message-content.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { printCanonical } from '../../src/syntax/xml/print-canonical.js';
import { printableNodes } from '../../src/syntax/xml/printable-node.js';
import { CHECK_EXAMPLES, type CheckExample } from './check-examples.js';
import { exampleScope } from './example-scope.js';

/** Longer examples say nothing that their size does not. */
const MOST_SHOWN = 2_000;

export function checkPage(): string {
  const codes: readonly (readonly [string, CheckCode])[] = Object.entries(CHECK_CODES);
  const examples = new Map<string, CheckExample>(Object.entries(CHECK_EXAMPLES));
  return [
    '<!-- Generated from src/check/codes.ts by `npm run generate`; do not edit. -->\n',
    '# What is checked\n',
    'Before any rule of lint, every document is held against what APIM takes: the structure of documents, and for each policy its',
    'attributes, values, child elements and places, as schemas/elements gives them. A finding that rests on a fact that is inferred, or',
    'on which sources disagree, is a warning whatever stands here. Values that hold `{{named values}}` or placeholders of a deployment',
    'tool are not looked at. Mistakes in markup and in C# are reported beside these, each with a message that says what to do.\n',
    '| Code | Severity | Problem |',
    '|---|---|---|',
    ...codes.map(([code, { severity, summary }]) => `| [${code}](#${code}) | ${severity} | ${summary} |`),
    '',
    ...codes.map(([code, about]) => section(code, about, examples.get(code))),
  ].join('\n');
}

function section(code: string, { severity, summary, consequence }: CheckCode, example: CheckExample | undefined): string {
  return [`## ${code}\n`, `${summary} Usually ${SEVERITY_WORDS[severity]}.\n`, `${consequence}\n`, ...(example === undefined ? [] : exampleLines(example))].join('\n');
}

const SEVERITY_WORDS = { error: 'an error', warning: 'a warning', info: 'an info' } as const;

function exampleLines({ wrong, right, scope, gateways }: CheckExample): string[] {
  if (wrong.length > MOST_SHOWN) return [];
  const text = canonical(wrong);
  const document = readPolicyDocument(parseXml(text), new SourceText('policy.xml', text), { name: 'policy', ...exampleScope(scope) });
  const found = checkDocument(document, gateways === undefined ? {} : { gateways });
  return [
    `Wrong${scope === undefined ? '' : `, in the ${scope} scope`}${gateways === undefined ? '' : `, with \`gateway: '${gateways.join("', '")}'\` in the configuration`}:\n`,
    fenced(text),
    ...found.map(({ range: { start }, message, hint }) => `> ${start.line}:${start.column} ${markdown(message)}${hint === undefined ? '' : ` — ${markdown(hint)}`}\n`),
    'Right:\n',
    fenced(canonical(right)),
  ];
}

function canonical(text: string): string {
  return printCanonical(printableNodes(parseXml(text).children), { encoding: 'rawxml', verbatim: holdsMessage });
}

function fenced(text: string): string {
  return `\`\`\`xml\n${text.trimEnd()}\n\`\`\`\n`;
}

/** Tags and braces in a message are no markup. */
function markdown(text: string): string {
  return text.replace(/[<*_|{]/g, '\\$&');
}
