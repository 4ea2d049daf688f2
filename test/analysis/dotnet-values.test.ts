import { describe, expect, test } from 'vitest';
import { runAssumed } from '../../src/analysis/run-assumed.js';
import { isChar, isDouble, isInteger, isTextArray, type Result } from '../../src/analysis/dotnet/value.js';
import { parseCode } from '../../src/syntax/csharp/parse-code.js';
import { type Answer, askedExpressions, recordedAnswers } from './dotnet-values.js';

const recorded = recordedAnswers();
const asked = askedExpressions();

/** What is computed at the desk, in the words of the record: `System.Int32 5`, `throws`, `unknown`. */
function computed(code: string): string {
  const { code: parsed } = parseCode(code, code.includes('return ') ? 'block' : 'expression');
  const value = runAssumed(parsed, undefined, new Map());
  return typeof value === 'symbol' ? (value.description ?? '') : shown(value);
}

const TYPES = { int: 'System.Int32', uint: 'System.UInt32', long: 'System.Int64', ulong: 'System.UInt64' } as const;

function shown(value: Exclude<Result, symbol>): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `System.String ${JSON.stringify(value)}`;
  if (typeof value === 'boolean') return `System.Boolean ${value ? 'True' : 'False'}`;
  if (isInteger(value)) return `${TYPES[value.kind]} ${value.value}`;
  if (isDouble(value)) return `System.Double ${value.value}`;
  if (isChar(value)) return `System.Char ${value.value.charCodeAt(0)}`;
  return isTextArray(value) ? `System.String[] ${JSON.stringify(value.items)}` : value.name;
}

/** What .NET said, in the same words; what the compiler refuses has no value either. */
function answered(answer: Answer): string[] {
  if ('refused' in answer) return ['unknown', 'throws'];
  if ('throws' in answer) return ['throws'];
  const { type, value } = answer;
  if (type === null) return ['null'];
  if (type === 'System.String' && Array.isArray(value)) return [shown(String.fromCharCode(...value.map(Number)))];
  if (type === 'System.Double') return [`${type} ${Number(value)}`];
  return [type === 'System.String' || type === 'System.String[]' ? `${type} ${JSON.stringify(value)}` : `${type} ${String(value)}`];
}

describe('expressions have at the desk the values that they have on .NET', () => {
  test('.NET was asked for all of them, and for nothing else', () => {
    expect([...recorded.keys()]).toEqual(asked.map(({ code }) => code));
    expect(asked.length).toBeGreaterThan(400);
    expect(asked.filter(({ isOutside }) => isOutside).length).toBeLessThan(40);
  });

  test.each(asked.filter(({ isOutside }) => !isOutside).map(({ code }) => code))('%s', (code) => {
    expect(answered(recorded.get(code) ?? expect.fail('not asked'))).toContain(computed(code));
  });

  test.each(asked.filter(({ isOutside }) => isOutside).map(({ code }) => code))('of %s nothing is said', (code) => {
    expect(computed(code)).toBe('unknown');
  });
});
