/** The doc comments of builders and their properties, as an editor shows them. */
import type { ValueSpec } from '../../src/catalog/element-spec.js';
import { GATEWAY_KINDS, SCOPE_KINDS } from '../../src/model/scope.js';
import type { ElementFile } from './element-file.js';
import { valueFacts } from './value-facts.js';

const SCOPES = SCOPE_KINDS.filter((scope) => scope !== 'resolver');
const GATEWAYS = GATEWAY_KINDS;

/** Marks a line that is not wrapped. */
const LITERAL = '\u0000';

/** Longest line of a comment's text. */
const WIDTH = 116;

export function builderComment(file: ElementFile): string {
  const sections = [...file.sections, ...(file.observedSections ?? []).map(({ section }) => `${section} (not documented)`)];
  const paragraphs = [
    [sentence(file.summary), ...(file.supersededBy === undefined ? [] : [`Use ${file.supersededBy} instead.`])].join(' '),
    '',
    [`Sections: ${sections.join(', ')}.`, limited('Scopes', file.scopes, SCOPES), limited('Gateways', file.gateways, GATEWAYS), file.multiple === false ? 'At most once in a section.' : ''].filter((text) => text !== '').join(' '),
    '',
    ...(file.doc === null ? [] : [`@see https://learn.microsoft.com/azure/api-management/${file.doc}`]),
    ...(file.example === undefined ? [] : ['@example', ...file.example.code.map((line) => `${LITERAL}${line}`)]),
    ...(file.supersededBy === undefined ? [] : [`@deprecated use ${file.supersededBy}`]),
  ];
  return comment(paragraphs, '');
}

export function propertyComment(value: ValueSpec | null, about: { readonly summary: string; readonly undocumented?: boolean; readonly default?: string }): string {
  const text = [sentence(about.summary), ...(value === null ? [] : valueFacts(value, about.default)), ...(about.undocumented === true ? ['Not documented: known from Microsoft\'s VS Code extension.'] : [])]
    .filter((part) => part !== '')
    .join(' ');
  return text === '' ? '' : comment([text], '  ');
}

/** Upper-case start, full stop at the end. */
export function sentence(text: string): string {
  if (text === '') return '';
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/u.test(text) ? '' : '.');
}

/** Nothing when all are meant or nobody says. */
function limited(title: string, names: readonly string[], all: readonly string[]): string {
  return names.length === 0 || all.every((name) => names.includes(name)) ? '' : `${title}: ${names.join(', ')}.`;
}

function comment(paragraphs: readonly string[], indent: string): string {
  const lines = paragraphs.flatMap((paragraph) => (paragraph.startsWith('@') || paragraph.startsWith(LITERAL) ? [paragraph.replace(LITERAL, '')] : wrapped(paragraph, WIDTH - indent.length)));
  const [only, ...others] = lines;
  if (only !== undefined && others.length === 0) return `${indent}/** ${safe(only)} */\n`;
  return [`${indent}/**\n`, ...lines.map((line) => `${indent} * ${safe(line)}`.trimEnd() + '\n'), `${indent} */\n`].join('');
}

function safe(line: string): string {
  return line.replaceAll('*/', '* /');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
