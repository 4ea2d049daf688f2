/** The page that lists the lint rules. */
import { RULES } from '../../src/lint/rules.js';

/** docs/rules/README.md. */
export function ruleIndex(): string {
  return [
    '<!-- Generated from src/lint/rules.ts by `npm run generate`; do not edit. -->',
    '',
    '# Lint rules',
    '',
    'Rules find policies that APIM takes and that do something else than they seem to. What APIM refuses is found by the [checks](../checks.md).',
    '',
    'The configuration starts from a set of rules, `extends: \'recommended\'` unless it says `strict` or `all`; each set holds the ones before it.',
    "A rule's level is set in the configuration (`rules: { 'missing-otherwise': 'off' }`) or for one run (`--rule missing-otherwise=off`); levels are",
    '`off`, `info`, `warning` and `error`. `overrides: [{ files: \'legacy/**\', rules: { … } }]` sets levels for some files.',
    '',
    '| Rule | Severity | Category | Set | Problem |',
    '|---|---|---|---|---|',
    ...RULES.map(({ id, severity, category, preset = 'recommended', summary }) => `| [${id}](${id}.md) | ${severity} | ${category} | ${preset} | ${summary} |`),
    '',
  ].join('\n');
}
