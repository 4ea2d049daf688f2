/** Hints say attributes as XML writes them; the author of a policy in TypeScript writes properties. */
import { camelCase } from '../dsl/element-shape.js';
import type { PolicyDocument } from '../model/document.js';

const ATTRIBUTE = /\b([a-z]+(?:-[a-z]+)*)="([^"]*)"/gu;

/** `write exists-action="override"` → `write existsAction: 'override'` for documents that were not read from XML; markup stays markup. */
export function hintFor({ syntax }: PolicyDocument, hint: string | undefined): string | undefined {
  if (syntax !== undefined || hint === undefined || hint.includes('<')) return hint;
  return hint.replace(ATTRIBUTE, (_, name: string, value: string) => `${camelCase(name)}: ${literal(value)}`);
}

function literal(value: string): string {
  const code = /^@\((.*)\)$/u.exec(value)?.[1];
  if (code !== undefined) return `cs\`${code}\``;
  if (value === 'true|false') return 'true | false';
  return /^(?:true|false|n|\d+)$/u.test(value) ? value : `'${value}'`;
}
