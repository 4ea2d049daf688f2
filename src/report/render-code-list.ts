/** All rules and checks as a list. */
import pc from 'picocolors';
import type { CodeDescription } from '../lint/code-descriptions.js';
import type { Severity } from '../model/severity.js';

const HEADINGS: Readonly<Record<CodeDescription['kind'], string>> = { rule: 'Rules', check: 'Checks, always made', adoption: 'Suppressions and baseline' };

/** A heading for each kind, below it a line for each code: its usual severity, the first preset that has it unless it is always made, the problem. */
export function renderCodeList(descriptions: readonly CodeDescription[], { colors }: { readonly colors: boolean }): string {
  const { bold, red, yellow, cyan } = pc.createColors(colors);
  const paint: Readonly<Record<Severity, (text: string) => string>> = { error: red, warning: yellow, info: cyan };
  const widthOf = (text: (description: CodeDescription) => string): number => Math.max(0, ...descriptions.map((description) => text(description).length));
  const widths = { code: widthOf(({ code }) => code), severity: widthOf(({ severity }) => severity), preset: widthOf(firstPreset) };
  const row = (description: CodeDescription): string => {
    const { code, kind, severity, summary } = description;
    const preset = kind === 'check' ? '' : `  ${firstPreset(description).padEnd(widths.preset)}`;
    return `  ${code.padEnd(widths.code)}  ${paint[severity](severity.padEnd(widths.severity))}${preset}  ${summary.replaceAll('`', '')}\n`;
  };
  const kinds = [...new Set(descriptions.map(({ kind }) => kind))];
  return kinds.map((kind) => `${bold(HEADINGS[kind])}\n${descriptions.filter((description) => description.kind === kind).map(row).join('')}`).join('\n');
}

function firstPreset({ kind, presets }: CodeDescription): string {
  return kind === 'check' ? '' : (presets[0] ?? '');
}

/** One JSON document, ending with a line break; a promise like that of the findings' report. */
export function renderCodeListJson(descriptions: readonly CodeDescription[], { version }: { readonly version: string }): string {
  const codes = descriptions.map(({ code, kind, severity, category, presets, summary, why, docs }) => ({
    code,
    kind,
    severity,
    ...(category === undefined ? {} : { category }),
    presets,
    summary,
    why,
    docs,
  }));
  return `${JSON.stringify({ formatVersion: 1, tool: { name: 'aoai-policy', version }, codes }, undefined, 2)}\n`;
}
