import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import { applySuppressions, type SuppressionResult } from '../../src/lint/apply-suppressions.js';
import { presetLevels, withConfiguredLevels } from '../../src/lint/configured-levels.js';
import { lintProject, type RuleLevel } from '../../src/lint/lint-project.js';
import type { Preset } from '../../src/lint/preset.js';
import { typeScriptComments } from '../../src/lint/typescript-comments.js';
import { diagnostic } from '../../src/model/diagnostic.js';
import { SourceText, textOrigin } from '../../src/model/origin.js';
import { sortedDiagnostics } from '../../src/project/sorted-diagnostics.js';
import { readText } from '../analysis/read-text.js';

/** Code and line of what is reported, and how much is suppressed. */
const shown = ({ diagnostics, suppressed }: SuppressionResult): string => [...sortedDiagnostics(diagnostics).map(({ code, range }) => `${code} ${range.start.line}`), `${suppressed} suppressed`].join(', ');

function underPreset(preset: Preset, result: SuppressionResult): SuppressionResult {
  return { ...result, diagnostics: withConfiguredLevels(result.diagnostics, presetLevels(preset)) };
}

function lintedXml(lines: readonly string[], rules: Readonly<Record<string, RuleLevel>> = {}, preset: Preset = 'recommended'): SuppressionResult {
  const document = readText(lines.join('\n'), 'policy.xml');
  const found = [...checkDocument(document), ...lintProject({ documents: [document], resources: [] }, { rules })];
  const { syntax } = document;
  return underPreset(preset, applySuppressions(found, syntax === undefined ? [] : [{ source: syntax.source, xml: syntax.xml }], (id) => rules[id]));
}

const APPEND = '<set-header name="api-key" exists-action="append"><value>x</value></set-header>';
const RULE = 'appended-credential-header';

describe('a comment in XML', () => {
  it.each<[string, readonly string[], string]>([
    ['covers the line behind it', [`<!-- aoai-policy-disable-next-line ${RULE}: agreed -->`, APPEND], '1 suppressed'],
    ['covers its own line when that goes on', [`<!-- aoai-policy-disable-next-line ${RULE} -->${APPEND}`], '1 suppressed'],
    ['passes by blank lines and other comments', [`<!-- aoai-policy-disable-next-line ${RULE} -->`, '', '<!-- why', 'and so on -->', APPEND], '1 suppressed'],
    ['covers all of a tag that begins on the line', [`<!-- aoai-policy-disable-next-line ${RULE} -->`, '<set-header', ' name="api-key"', ' exists-action="append"><value>x</value></set-header>'], '1 suppressed'],
    ['covers no other line', [`<!-- aoai-policy-disable-next-line ${RULE} -->`, '<base />', APPEND], `unused-suppression 1, ${RULE} 3, 0 suppressed`],
    ['covers the whole file', [APPEND, `<!-- aoai-policy-disable-file ${RULE} -->`, APPEND], '2 suppressed'],
    ['may name several rules', [`<!-- aoai-policy-disable-next-line missing-otherwise, ${RULE} -->`, APPEND], 'unused-suppression 1, 1 suppressed'],
    ['gives its reason behind hyphens too, which XML forbids', [`<!-- aoai-policy-disable-next-line ${RULE} -- agreed -->`, APPEND], 'double-hyphen-in-comment 1, 1 suppressed'],
    ['has to name a rule', ['<!-- aoai-policy-disable-next-line -->', APPEND], `malformed-suppression 1, ${RULE} 2, 0 suppressed`],
    ['has to say how far it reaches', [`<!-- aoai-policy-disable ${RULE} -->`, APPEND], `malformed-suppression 1, ${RULE} 2, 0 suppressed`],
    ['has to name a rule that there is', ['<!-- aoai-policy-disable-next-line no-such-rule -->', '<base />'], 'unknown-suppressed-rule 1, 0 suppressed'],
    ['suppresses no error of validity', ['<!-- aoai-policy-disable-next-line unknown-attribute -->', '<set-method nme="x">GET</set-method>'], 'unused-suppression 1, unknown-attribute 2, 0 suppressed'],
    ['speaks at its start only', [`<!-- see aoai-policy-disable-next-line ${RULE} -->`, APPEND], `${RULE} 2, 0 suppressed`],
    ['with nothing behind it covers nothing', [APPEND, `<!-- aoai-policy-disable-next-line ${RULE} -->`], `${RULE} 1, unused-suppression 2, 0 suppressed`],
  ])('%s', (_, lines, expected) => {
    expect(shown(lintedXml(lines))).toBe(expected);
  });

  it.each<[comment: string, expected: string]>([
    [`<!-- aoai-policy-disable-next-line ${RULE} -->`, 'unexplained-suppression 1, 1 suppressed'],
    [`<!-- aoai-policy-disable-next-line ${RULE}: -->`, 'unexplained-suppression 1, 1 suppressed'],
    [`<!-- aoai-policy-disable-file ${RULE}: ? -->`, 'unexplained-suppression 1, 1 suppressed'],
    [`<!-- aoai-policy-disable-next-line ${RULE}, missing-otherwise -->`, 'unexplained-suppression 1, unused-suppression 1, 1 suppressed'],
    [`<!-- aoai-policy-disable-next-line missing-otherwise -->`, `unused-suppression 1, ${RULE} 2, 0 suppressed`],
    [`<!-- aoai-policy-disable-next-line ${RULE}: agreed -->`, '1 suppressed'],
    [`<!-- aoai-policy-disable-next-line ${RULE}:\n  理由 -->`, '1 suppressed'],
  ])('has to say why under strict: %j', (comment, expected) => {
    expect(shown(lintedXml([comment, APPEND], {}, 'strict'))).toBe(expected);
  });

  it('is not called unused while its rule is off', () => {
    expect(shown(lintedXml([`<!-- aoai-policy-disable-next-line ${RULE} -->`, APPEND], { [RULE]: 'off' }))).toBe('0 suppressed');
  });

  it.each([
    ['<base />\n  <!-- aoai-policy-disable-file missing-otherwise -->\r\n<base />', '<base />\n<base />'],
    ['<base /> <!-- aoai-policy-disable-file missing-otherwise --> <base />', '<base />  <base />'],
    [`<!-- aoai-policy-disable-file missing-otherwise, ${RULE} : agreed -->${APPEND}`, `<!-- aoai-policy-disable-file ${RULE} : agreed -->${APPEND}`],
  ])('that suppresses nothing is taken out: %j', (text, expected) => {
    const fixes = lintedXml([text]).diagnostics.flatMap(({ fix }) => fix?.edits ?? []);
    expect(fixes.map(({ span, text: replacement }) => text.slice(0, span.start) + replacement + text.slice(span.end))).toEqual([expected]);
  });
});

describe('a comment in TypeScript', () => {
  const suppressedAt = (text: string, offset: number, preset: Preset = 'recommended'): string => {
    const source = new SourceText('a.ts', text);
    const found = diagnostic({ code: RULE, severity: 'warning', message: 'm', at: textOrigin(source, { start: offset, end: offset + 1 }) });
    return shown(underPreset(preset, applySuppressions([found], [{ source }], () => undefined)));
  };

  it.each([
    ['a line comment', `x();\n// aoai-policy-disable-next-line ${RULE} -- agreed\ny();\n`, '1 suppressed'],
    ['a block comment', `x();\n/* aoai-policy-disable-next-line ${RULE} */\n\n// more\ny();\n`, '1 suppressed'],
    ['a comment for the file', `/* aoai-policy-disable-file ${RULE} */ x();\ny();\n`, '1 suppressed'],
    ['a line further up', `// aoai-policy-disable-next-line ${RULE}\nx();\ny();\n`, `unused-suppression 1, ${RULE} 3, 0 suppressed`],
    ['a string', `x("// aoai-policy-disable-file ${RULE}");\ny();\n`, `${RULE} 2, 0 suppressed`],
  ])('%s', (_, text, expected) => {
    expect(suppressedAt(text, text.indexOf('y();'))).toBe(expected);
  });

  it.each([
    [`// aoai-policy-disable-next-line ${RULE}`, 'unexplained-suppression 1, 1 suppressed'],
    [`// aoai-policy-disable-file ${RULE} --`, 'unexplained-suppression 1, 1 suppressed'],
    [`// aoai-policy-disable-next-line ${RULE} -- agreed`, '1 suppressed'],
    [`/* aoai-policy-disable-next-line ${RULE}\n * agreed\n */`, '1 suppressed'],
  ])('has to say why under strict: %j', (comment, expected) => {
    const text = `${comment}\ny();\n`;
    expect(suppressedAt(text, text.indexOf('y();'), 'strict')).toBe(expected);
    expect(suppressedAt(text, text.indexOf('y();'), 'recommended')).toBe('1 suppressed');
  });

  it.each([
    ['a // one\nb /* two */ c', ['// one', '/* two */']],
    [`'// no' "/* no */" \`// no \${/* yes */ a}\``, ['/* yes */']],
    ['`${`// no ${{ a: 1 }.a}`} // no` // yes', ['// yes']],
    ['x = /[/"]\\/`/; y // yes', ['// yes']],
    ['return /\'/ // yes', ['// yes']],
    ['a / b / c // yes', ['// yes']],
    ["'it\\'s' // yes\r\nb", ['// yes']],
    ['"never closed // no\n// yes', ['// yes']],
    ['/* never closed', ['/* never closed']],
  ])('comments of %j', (text, expected) => {
    expect(typeScriptComments(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(expected);
  });

  it('comments of any text stand in it, one behind the other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('/', '//', '/*', '*/', '"', "'", '`', '${', '}', '{', '\\', '\n', ' ', 'a', '['), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let behind = 0;
        for (const { span, content } of typeScriptComments(text)) {
          expect([behind <= span.start, span.start < content.start, content.start <= content.end, content.end <= span.end, span.end <= text.length]).not.toContain(false);
          behind = span.end;
        }
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });
});
