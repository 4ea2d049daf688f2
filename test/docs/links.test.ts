import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fences, MARKDOWN_FILES, readMarkdown, ROOT } from './markdown-files.js';

/** GitHub's anchor of a heading. */
function anchor(heading: string): string {
  return heading.trim().toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
}

function anchors(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading = '']) => anchor(heading.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1'))));
}

/** Targets of links, those in code aside. */
function links(markdown: string): string[] {
  const prose = fences(markdown).reduce((text, { content }) => text.replace(content, ''), markdown).replace(/`[^`\n]*`/gu, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);
}

describe.each(MARKDOWN_FILES)('%s', (path) => {
  test('its links lead to files and headings that are there', () => {
    const broken = links(readMarkdown(path)).filter((target) => {
      if (/^https?:/u.test(target)) return false;
      const [file = '', fragment] = target.split('#');
      const page = file === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
      if (!existsSync(ROOT + page)) return true;
      return fragment !== undefined && page.endsWith('.md') && !anchors(readMarkdown(page)).has(fragment);
    });
    expect(broken).toEqual([]);
  });
});
