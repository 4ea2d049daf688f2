/** The Markdown of our own pages for a terminal: headings bold, code indented, paragraphs broken to its width. */
import pc from 'picocolors';

export interface MarkdownOptions {
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const MOST_COLUMNS = 100;
const CODE_INDENT = '    ';
const QUOTE_INDENT = '  ';

/** Ends with a line break; blocks are parted by empty lines. */
export function renderMarkdown(markdown: string, { colors, width }: MarkdownOptions): string {
  const renderer = new MarkdownRenderer(pc.createColors(colors), Math.min(width, MOST_COLUMNS));
  return `${blocksOf(markdown).map((block) => renderer.block(block)).join('\n\n')}\n`;
}

/** Fenced code keeps its empty lines; all other blocks end at one. A generator's note at the top is left out. */
function blocksOf(markdown: string): string[] {
  const blocks = markdown.replace(/^<!--[\s\S]*?-->\n/u, '').match(/^```[\s\S]*?^```$|(?:^(?!```).*\S.*$\n?)+/gmu);
  return (blocks ?? []).map((block) => block.trimEnd());
}

class MarkdownRenderer {
  readonly #colors: ReturnType<typeof pc.createColors>;
  readonly #width: number;

  constructor(colors: ReturnType<typeof pc.createColors>, width: number) {
    this.#colors = colors;
    this.#width = width;
  }

  block(block: string): string {
    if (block.startsWith('```')) return this.#code(block.split('\n').slice(1, -1));
    const heading = /^#+ (?<text>.*)$/u.exec(block)?.groups?.['text'];
    if (heading !== undefined) return this.#colors.bold(plain(heading));
    if (block.startsWith('|')) return table(block);
    if (block.startsWith('> ')) return this.#paragraph(block.replaceAll(/^> ?/gmu, ''), QUOTE_INDENT, QUOTE_INDENT);
    if (block.startsWith('- ')) return block.split(/\n(?=- )/u).map((item) => this.#paragraph(item.slice(2), '- ', '  ')).join('\n');
    return this.#paragraph(block, '', '');
  }

  #code(lines: readonly string[]): string {
    return lines.map((line) => (line === '' ? '' : this.#colors.cyan(`${CODE_INDENT}${line}`))).join('\n');
  }

  #paragraph(text: string, first: string, indent: string): string {
    const lines: string[] = [];
    let line = '';
    for (const word of plain(text).split(/\s+/u)) {
      if (line !== '' && indent.length + line.length + 1 + word.length > this.#width) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    return [...lines, line].map((part, index) => (index === 0 ? first : indent) + part).join('\n');
  }
}

/** Columns as wide as their widest cell; the line below the headings is left out. */
function table(block: string): string {
  const rows = block
    .split('\n')
    .filter((row) => !/^\|[-|: ]+\|$/u.test(row))
    .map((row) => row.slice(1, -1).split(/(?<!\\)\|/u).map((cell) => plain(cell.trim())));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

/** Without the marks of links, code and emphasis, and without the escapes that keep characters from being marks. */
function plain(text: string): string {
  return text
    .split(/(`[^`]+`)/u)
    .map((part) => (part.length > 2 && part.startsWith('`') ? part.slice(1, -1) : part.replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replaceAll('**', '').replaceAll(/\\([<>*_|{\\])/gu, '$1')))
    .join('');
}
