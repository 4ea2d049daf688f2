/** The documentation as files: every page that a user reads. */
import { globSync } from 'tinyglobby';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Paths from the root, sorted. */
export const MARKDOWN_FILES: readonly string[] = globSync(['*.md', 'docs/**/*.md', 'schemas/*.md', 'policies/**/*.md'], { cwd: ROOT }).sort();

export function readMarkdown(path: string): string {
  return readFileSync(ROOT + path, 'utf8');
}

export interface Fence {
  /** `ts`, `xml`, `console`; empty without one. */
  readonly language: string;
  /** What stands behind the language. */
  readonly info: string;
  readonly content: string;
  /** Where `content` stands in the page. */
  readonly start: number;
}

/** The fenced blocks of a page, in order. */
export function fences(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(?<language>[^\s`]*)[ \t]*(?<info>[^\n`]*)\n(?<content>[\s\S]*?)^```$/gmu)].map(({ groups, index, 0: whole }) => {
    const content = groups?.['content'] ?? '';
    return { language: groups?.['language'] ?? '', info: (groups?.['info'] ?? '').trim(), content, start: index + whole.length - content.length - 3 };
  });
}
