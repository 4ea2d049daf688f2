/** The doc comments of builders and their properties, as an editor shows them. */
import type { ValueSpec } from '../../src/catalog/element-spec.js';
import type { ElementFile } from './element-file.js';
import { valueFacts } from './value-facts.js';

/** Longest line of a comment's text. */
const WIDTH = 116;

export function builderComment(file: ElementFile): string {
  const sections = [...file.sections, ...(file.observedSections ?? []).map(({ section }) => `${section} (not documented)`)];
  const paragraphs = [
    [sentence(file.summary), ...(file.supersededBy === undefined ? [] : [`Use ${file.supersededBy} instead.`])].join(' '),
    `Sections: ${sections.join(', ')}.`,
    ...(file.doc === null ? [] : [`@see https://learn.microsoft.com/azure/api-management/${file.doc}`]),
    ...(file.example === undefined ? [] : ['@example', ...file.example.code]),
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

function comment(paragraphs: readonly string[], indent: string): string {
  const lines = paragraphs.flatMap((paragraph) => (paragraph.startsWith('@') || paragraph.startsWith(' ') ? [paragraph] : wrapped(paragraph, WIDTH - indent.length)));
  const [only, ...others] = lines;
  if (only !== undefined && others.length === 0) return `${indent}/** ${safe(only)} */\n`;
  return [`${indent}/**\n`, ...lines.map((line) => `${indent} * ${safe(line)}\n`), `${indent} */\n`].join('');
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
