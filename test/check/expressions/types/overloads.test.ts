/** Which overload a call means, and why none: what Roslyn says of the same calls. */
import { describe, expect, test } from 'vitest';
import { extensionMethods } from '../../../../src/catalog/expressions/type-library.js';
import type { Method, Type } from '../../../../src/catalog/expressions/type.js';
import { displayMember, displayOperand, displayType } from '../../../../src/check/expressions/types/display.js';
import { constructorsOf, indexersOf, lookupMembers } from '../../../../src/check/expressions/types/lookup-members.js';
import type { Invocable } from '../../../../src/check/expressions/types/map-arguments.js';
import { methodGroup } from '../../../../src/check/expressions/types/method-group.js';
import type { ArgumentOperand, LambdaOperand, Operand } from '../../../../src/check/expressions/types/operand.js';
import { type OverloadOptions, resolveOverload } from '../../../../src/check/expressions/types/resolve-overload.js';
import { type, value } from './type-of-text.js';

const NULL: Operand = { kind: 'null' };
const OUT_VAR: ArgumentOperand = { modifier: 'out', operand: { kind: 'out-var' } };

/** `x => …`: what the body is, given the types of the parameters. */
function lambda(...body: ((...parameterTypes: readonly Type[]) => Operand | undefined)[]): LambdaOperand {
  const [result] = body;
  const parameterCount = result?.length ?? 0;
  return {
    kind: 'lambda', parameterCount, isAnonymousMethod: false, bodyKind: 'expression',
    bind: (parameterTypes) => {
      const given = result?.(...parameterTypes);
      return { returns: given === undefined ? [] : [given], compiles: given !== undefined, isVoidStatement: false, canFallThrough: false };
    },
  };
}
/** `x => x` */
const itself = lambda((x) => ({ kind: 'value', type: x ?? type('object') }));
/** `x => x.Missing` */
const mistaken = lambda((_x) => undefined);
const giving = (text: string): LambdaOperand => lambda((_x) => value(text));

function methodsOf(typeName: string, name: string): Method[] {
  return lookupMembers(type(typeName), name).filter((member) => member.kind === 'method');
}

function asArgument(argument: Given): ArgumentOperand {
  if (typeof argument === 'string') return { operand: value(argument) };
  return 'operand' in argument ? argument : { operand: argument };
}

function resolve<M extends Invocable>(candidates: readonly M[], given: readonly Given[], options: OverloadOptions): string {
  const result = resolveOverload(candidates, given.map(asArgument), options);
  if (result.kind === 'unknown') return 'unknown';
  if (result.kind === 'failed') return result.argument === undefined ? result.roslyn : `${result.roslyn} at ${result.argument}`;
  return displayMember(result.member) + (result.isExpanded ? ' expanded' : '');
}

/** A call as a reader would write it, and what is said of it. */
interface Call {
  readonly written: string;
  readonly said: string;
}
type Given = string | Operand | ArgumentOperand;
type Case = readonly [call: Call, expected: string];

function written(callee: string, given: readonly Given[]): string {
  return `${callee}(${given.map((each) => (typeof each === 'string' ? each : writtenOperand(asArgument(each)))).join(', ')})`;
}
function writtenOperand({ name, modifier, operand }: ArgumentOperand): string {
  return [name === undefined ? '' : `${name}: `, modifier === undefined || operand.kind === 'out-var' ? '' : `${modifier} `, displayOperand(operand)].join('');
}

function call(typeName: string, name: string, ...given: Given[]): Call {
  return { written: written(`${typeName}.${name}`, given), said: resolve(methodsOf(typeName, name), given, { name }) };
}
function extension(name: string, receiver: string, ...given: Given[]): Call {
  const options = { name, isExtensionCall: true };
  const all = [receiver, ...given];
  const result = resolveOverload(extensionMethods(name), all.map(asArgument), options);
  return { written: written(`${receiver}.${name}`, given), said: result.kind === 'chosen' ? displayType(result.member.returnType) : resolve(extensionMethods(name), all, options) };
}
function make(typeName: string, ...given: Given[]): Call {
  const made = type(typeName);
  return { written: written(`new ${typeName}`, given), said: made.kind === 'named' ? resolve(constructorsOf(made), given, { name: typeName }) : 'no class' };
}
function element(typeName: string, ...given: Given[]): Call {
  return { written: written(`${typeName}.this`, given), said: resolve(indexersOf(type(typeName)), given, { name: 'this' }) };
}
function testEach(cases: readonly Case[]): void {
  test.each(cases.map(([{ written: call, said }, expected]) => ({ call, said, expected })))('$call', ({ said, expected }) => expect(said).toBe(expected));
}

describe('methods', () => {
  testEach([
    [call('string', 'Split', 'char'), 'string.Split(params char[]) expanded'],
    [call('string', 'Split', 'char[]'), 'string.Split(params char[])'],
    [call('string', 'Split'), 'string.Split(params char[]) expanded'],
    [call('string', 'Split', 'string'), 'CS1503 at 0'],
    [call('string', 'Split', 'char', value('int', 2n)), 'CS1503 at 1'],
    [call('string', 'Split', 'string[]', 'StringSplitOptions'), 'string.Split(string[], System.StringSplitOptions)'],
    [call('string', 'Substring'), 'CS1501'],
    [call('string', 'IndexOf', 'string', 'StringComparison'), 'string.IndexOf(string, System.StringComparison)'],
    [call('string', 'Contains', 'string', 'StringComparison'), 'CS1501'],
    [call('string', 'Join', 'string', 'string[]'), 'string.Join(string, params string[])'],
    [call('string', 'Join', 'string', 'List<string>'), 'string.Join(string, System.Collections.Generic.IEnumerable<string>)'],
    [call('string', 'Join', 'string', 'List<int>'), 'string.Join<T>(string, System.Collections.Generic.IEnumerable<int>)'],
    [call('string', 'Join', 'string', 'string', 'int'), 'string.Join(string, params object[]) expanded'],
    [call('string', 'Format', 'string', 'int'), 'string.Format(string, object)'],
    [call('string', 'Format', 'string', 'object[]'), 'string.Format(string, params object[])'],
    [call('string', 'Format', 'string', 'int', 'int', 'int', 'int'), 'string.Format(string, params object[]) expanded'],
    [call('string', 'Concat', 'string', 'object'), 'string.Concat(object, object)'],
    [call('string', 'Equals', 'string'), 'string.Equals(string)'],
    [call('string', 'Equals', 'object'), 'string.Equals(object)'],
    [call('Math', 'Max', 'int', 'long'), 'System.Math.Max(long, long)'],
    [call('Math', 'Max', 'byte', value('int', 1n)), 'CS0121'],
    [call('Math', 'Max', 'long', value('int', 1n)), 'System.Math.Max(long, long)'],
    [call('Math', 'Round', 'int'), 'CS0121'],
    [call('Math', 'Abs', 'string'), 'CS1503 at 0'],
    [call('Convert', 'ToInt32', 'JToken'), 'System.Convert.ToInt32(object)'],
    [call('Convert', 'ToString', 'double'), 'System.Convert.ToString(double)'],
    [call('int', 'Parse', 'object'), 'CS1503 at 0'],
    [call('int', 'TryParse', 'string', OUT_VAR), 'int.TryParse(string, out int)'],
    [call('int', 'TryParse', 'string', { modifier: 'out', operand: value('long') }), 'CS1503 at 1'],
    [call('int', 'TryParse', 'string', 'int'), 'CS1620 at 1'],
    [call('int', 'Parse', { modifier: 'out', operand: value('string') }), 'CS1615 at 0'],
    [call('StringBuilder', 'Append', 'char'), 'System.Text.StringBuilder.Append(char)'],
    [call('StringBuilder', 'Append', NULL), 'CS0121'],
    [call('Guid', 'Parse'), 'CS7036'],
    [call('string', 'IsNullOrEmpty', { name: 'text', operand: value('string') }), 'CS1739 at 0'],
    [call('string', 'Replace', { name: 'newValue', operand: value('string') }, { name: 'oldValue', operand: value('string') }), 'string.Replace(string, string)'],
    [call('string', 'Replace', { name: 'oldValue', operand: value('string') }, 'string'), 'CS1738 at 1'],
    [call('string', 'Replace', 'string', { name: 'oldValue', operand: value('string') }), 'CS1744 at 1'],
    [call('Regex', 'Replace', 'string', 'string', giving('string')), 'System.Text.RegularExpressions.Regex.Replace(string, string, System.Text.RegularExpressions.MatchEvaluator)'],
    [call('Regex', 'Replace', 'string', 'string', giving('int')), 'CS1503 at 2'],
    [call('Match', 'ToString'), 'System.Text.RegularExpressions.Capture.ToString()'],
    [call('JObject', 'Value'), 'CS7036'],
  ]);

  test('type arguments that are written', () => {
    const write = (...typeArguments: string[]): string => resolve(methodsOf('JToken', 'Value'), ['string'], { name: 'Value', typeArguments: typeArguments.map(type) });
    expect(write('string')).toBe('Newtonsoft.Json.Linq.JToken.Value<T>(object)');
    expect(write('string', 'int')).toBe('CS0305');
    expect(resolve(methodsOf('string', 'Trim'), [], { name: 'Trim', typeArguments: [type('int')] })).toBe('CS0308');
  });

  test('constraints are checked once a method is chosen', () => {
    const parse = (argument: string): string => resolve(methodsOf('Enum', 'TryParse'), ['string', OUT_VAR], { name: 'TryParse', typeArguments: [type(argument)] });
    expect(parse('DayOfWeek')).toBe('System.Enum.TryParse<TEnum>(string, out System.DayOfWeek)');
    expect(parse('string')).toBe('CS0453');
  });
});

describe('constructors and indexers', () => {
  testEach([
    [make('Uri', 'string'), 'System.Uri.Uri(string)'],
    [make('Uri', 'string', 'string'), 'CS1503 at 1'],
    [make('DateTime'), 'System.DateTime.DateTime()'],
    [make('JProperty', 'string', 'int'), 'Newtonsoft.Json.Linq.JProperty.JProperty(string, object)'],
    [make('JObject', 'JProperty', 'JProperty'), 'Newtonsoft.Json.Linq.JObject.JObject(params object[]) expanded'],
    [make('JValue', value('int', 1n)), 'Newtonsoft.Json.Linq.JValue.JValue(long)'],
    [make('string', 'char', 'int'), 'string.String(char, int)'],
    [make('XElement', 'string', 'string'), 'System.Xml.Linq.XElement.XElement(System.Xml.Linq.XName, object)'],
    [make('Random', 'int', 'int'), 'CS1729'],
    [element('JObject', 'string'), 'Newtonsoft.Json.Linq.JObject.this[string]'],
    [element('JArray', 'int'), 'Newtonsoft.Json.Linq.JArray.this[int]'],
    [element('Dictionary<string, int>', 'int'), 'CS1503 at 0'],
  ]);
});

describe('extension methods: the type of the result', () => {
  const parse = methodGroup(undefined, methodsOf('int', 'Parse'), []);
  const toInt32 = methodGroup(undefined, methodsOf('Convert', 'ToInt32'), []);
  testEach([
    [extension('Select', 'List<string>', giving('int')), 'System.Collections.Generic.IEnumerable<int>'],
    [extension('Select', 'string[]', lambda((_x, index) => ({ kind: 'value', type: index ?? type('object') }))), 'System.Collections.Generic.IEnumerable<int>'],
    [extension('Select', 'JArray', itself), 'System.Collections.Generic.IEnumerable<Newtonsoft.Json.Linq.JToken>'],
    [extension('Select', 'string[]', parse), 'System.Collections.Generic.IEnumerable<int>'],
    [extension('Select', 'int', itself), 'CS1061'],
    [extension('Select', 'string[]', mistaken), 'CS0411'],
    [extension('Select', '?', itself), 'System.Collections.Generic.IEnumerable<?>'],
    [extension('Select', 'JObject', itself), 'CS1061'],
    [extension('Select', 'string[]', toInt32), 'CS0121'],
    [extension('Where', 'string', giving('bool')), 'System.Collections.Generic.IEnumerable<char>'],
    [extension('Where', 'string', giving('int')), 'CS1503 at 1'],
    [extension('Sum', 'List<string>', giving('int')), 'int'],
    [extension('Sum', 'List<string>', giving('int?')), 'int?'],
    [extension('Max', 'List<string>', giving('string')), 'string'],
    [extension('Min', 'int[]'), 'int'],
    [extension('Average', 'int[]'), 'double'],
    [extension('Average', 'JArray', NULL), 'double'],
    [extension('Contains', 'string', 'char'), 'bool'],
    [extension('Contains', 'string[]', NULL), 'bool'],
    [extension('First', 'Dictionary<string, int>'), 'System.Collections.Generic.KeyValuePair<string, int>'],
    [extension('SelectMany', 'List<string[]>', itself), 'System.Collections.Generic.IEnumerable<string>'],
    [extension('OrderBy', 'List<string>', giving('int')), 'System.Linq.IOrderedEnumerable<string>'],
    [extension('ThenBy', 'IOrderedEnumerable<string>', giving('int')), 'System.Linq.IOrderedEnumerable<string>'],
    [extension('GroupBy', 'List<string>', giving('int')), 'System.Collections.Generic.IEnumerable<System.Linq.IGrouping<int, string>>'],
    [extension('ToDictionary', 'List<string>', itself, giving('int')), 'System.Collections.Generic.Dictionary<string, int>'],
    [extension('Aggregate', 'List<string>', 'int', lambda((total, _x) => ({ kind: 'value', type: total ?? type('object') }))), 'int'],
    [extension('Concat', 'List<string>', 'List<object>'), 'System.Collections.Generic.IEnumerable<object>'],
    [extension('Concat', 'JObject', 'JArray'), 'System.Collections.Generic.IEnumerable<Newtonsoft.Json.Linq.JToken>'],
    [extension('Cast', 'MatchCollection'), 'CS0411'],
    [extension('AsJwt', 'string'), 'Jwt'],
    [extension('AsJwt', 'int'), 'CS1929 at 0'],
    [extension('GetValueOrDefault', 'IReadOnlyDictionary<string, string[]>', 'string', 'string'), 'string'],
    [extension('GetValueOrDefault', 'IReadOnlyDictionary<string, object>', 'string', 'int'), 'int'],
  ]);
});
