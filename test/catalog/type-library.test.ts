/** The types of expressions against what is known of .NET Framework, of APIM, and against a second reading of the assemblies. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Member, NamedType, ParameterDefinition, Type, TypeDefinition } from '../../src/catalog/expressions/type.js';
import { contextType, coreType, extensionMethods, isNamespace, typeNamed, typesInScope } from '../../src/catalog/expressions/type-library.js';
import { bodyTypes, returnTypes, variableTypes } from '../../src/catalog/expressions/value-types.js';
import { readHead } from '../../scripts/generate/type-library/declaration-text.js';
import { readExpressionFiles } from '../../scripts/generate/type-library/expression-files.js';

const ROOT = new URL('../../', import.meta.url);

/** As the signature files write it, without namespaces. */
function text(type: Type): string {
  if (type.kind === 'array') return `${text(type.element)}[${','.repeat(type.rank - 1)}]`;
  if (type.kind === 'type-parameter') return type.name;
  if (type.kind !== 'named') return type.kind;
  const name = type.definition.name.split('.').at(-1) ?? '';
  return type.typeArguments.length === 0 ? name : `${name}<${type.typeArguments.map(text).join(', ')}>`;
}

function parameterText({ name, type, modifier, isOptional }: ParameterDefinition): string {
  return `${modifier === undefined ? '' : `${modifier} `}${text(type)} ${name}${isOptional ? ' = …' : ''}`;
}

function memberText(member: Member): string {
  const flag = member.isStatic ? 'static ' : '';
  if (member.kind === 'field') return `${flag}${text(member.type)}${member.constant === undefined ? '' : ` = ${String(member.constant)}`}`;
  const parameters = member.parameters.map(parameterText).join(', ');
  if (member.kind === 'property') return `${flag}${text(member.type)} ${parameters === '' ? '' : `[${parameters}] `}{${member.canRead ? ' get;' : ''}${member.canWrite ? ' set;' : ''} }`;
  const names = member.typeParameters.map(({ name }) => name).join(', ');
  return `${flag}${text(member.returnType)} ${names === '' ? '' : `<${names}>`}(${member.isExtension ? 'this ' : ''}${parameters})`;
}

function found(name: string, arity?: number): TypeDefinition {
  return typeNamed(name, arity) ?? expect.fail(`${name} is not in the library`);
}

/** @param type with an arity where several have the name: ``System.Nullable`1`` */
function signatures(type: string, member: string): string[] {
  const [name = '', arity] = type.split('`');
  return (found(name, arity === undefined ? undefined : Number(arity)).members.get(member) ?? []).map(memberText);
}

const { allowed, assemblies, context, values } = readExpressionFiles(new URL('schemas/expressions/', ROOT));

/** Every type whose members are known. */
const everyType = [...assemblies.flatMap(({ types }) => types), ...context.types].filter(({ members }) => members !== undefined).map(({ type, arity }) => {
  const { name, parameters } = readHead(type);
  return found(name, arity ?? parameters.length);
});

describe('the members are those of .NET Framework 4.7.2', () => {
  test.each<[type: string, member: string, signatures: string[]]>([
    ['System.String', 'Split', [
      'String[] (params Char[] separator)', 'String[] (Char[] separator, Int32 count)', 'String[] (Char[] separator, StringSplitOptions options)',
      'String[] (Char[] separator, Int32 count, StringSplitOptions options)', 'String[] (String[] separator, StringSplitOptions options)',
      'String[] (String[] separator, Int32 count, StringSplitOptions options)',
    ]],
    ['System.String', 'Contains', ['Boolean (String value)']],
    ['System.String', 'StartsWith', ['Boolean (String value)', 'Boolean (String value, StringComparison comparisonType)', 'Boolean (String value, Boolean ignoreCase, CultureInfo culture)']],
    ['System.String', 'Replace', ['String (Char oldChar, Char newChar)', 'String (String oldValue, String newValue)']],
    ['System.String', 'Item', ['Char [Int32 index] { get; }']],
    ['System.String', 'Empty', ['static String']],
    ['System.String', 'op_Equality', ['static Boolean (String a, String b)']],
    ['System.Int32', 'TryParse', ['static Boolean (String s, out Int32 result)', 'static Boolean (String s, NumberStyles style, IFormatProvider provider, out Int32 result)']],
    ['System.Int32', 'MaxValue', ['static Int32 = 2147483647']],
    ['System.Int64', 'MinValue', ['static Int64 = -9223372036854775808']],
    ['System.Char', 'MaxValue', ['static Char = 65535']],
    ['System.Double', 'NaN', ['static Double = NaN']],
    ['System.Double', 'PositiveInfinity', ['static Double = Infinity']],
    ['System.StringComparison', 'OrdinalIgnoreCase', ['static StringComparison = 5']],
    ['System.Guid', '.ctor', ['Void ()', 'Void (Byte[] b)', expect.any(String), 'Void (Int32 a, Int16 b, Int16 c, Byte[] d)', expect.any(String), 'Void (String g)']],
    ['System.Nullable`1', 'Value', ['T { get; }']],
    ['System.Array', 'IndexOf', [
      'static Int32 (Array array, Object value)', 'static Int32 (Array array, Object value, Int32 startIndex)', 'static Int32 (Array array, Object value, Int32 startIndex, Int32 count)',
      'static Int32 <T>(T[] array, T value)', 'static Int32 <T>(T[] array, T value, Int32 startIndex)', 'static Int32 <T>(T[] array, T value, Int32 startIndex, Int32 count)',
    ]],
    ['System.Collections.Generic.IReadOnlyDictionary', 'TryGetValue', ['Boolean (TKey key, out TValue value)']],
    ['System.Collections.Generic.Dictionary', 'Keys', ['KeyCollection<TKey, TValue> { get; }']],
    ['System.Collections.Generic.Dictionary.KeyCollection', 'Count', ['Int32 { get; }']],
    ['System.Linq.IGrouping', 'Key', ['TKey { get; }']],
    ['System.Func', 'Invoke', ['TResult ()']],
    ['System.Text.RegularExpressions.GroupCollection', 'Item', ['Group [Int32 groupnum] { get; }', 'Group [String groupname] { get; }']],
    ['Newtonsoft.Json.Linq.JToken', 'Item', ['JToken [Object key] { get; set; }']],
    ['Newtonsoft.Json.Linq.JToken', 'ToString', ['String ()', 'String (Formatting formatting)', 'String (Formatting formatting, params JsonConverter[] converters)']],
    ['Newtonsoft.Json.Linq.JObject', 'Parse', ['static JObject (String json)', 'static JObject (String json, JsonLoadSettings settings)']],
    ['System.Xml.Linq.XElement', 'op_Explicit', expect.arrayContaining(['static String (XElement element)', 'static Nullable<Int32> (XElement element)'])],
    ['System.Xml.Linq.XName', 'op_Implicit', ['static XName (String expandedName)']],
    ['IMessageBody', 'As', ['T <T>(Boolean preserveContent = …)']],
  ])('%s.%s', (type, member, expected) => {
    expect(signatures(type, member)).toEqual(expected);
  });

  test.each([
    ['System.String', 'Concat', 'op_Addition'],
    ['System.DateTime', 'AddDays', 'UnixEpoch'],
    ['System.Object', 'GetType', 'MemberwiseClone'],
    ['System.Func', 'Invoke', 'BeginInvoke'],
    ['System.Text.StringBuilder', 'AppendLine', 'AppendJoin'],
    ['System.Math', 'Max', 'Clamp'],
    ['System.Convert', 'ToBase64String', 'ToHexString'],
  ])('%s has %s and not %s', (type, present, absent) => {
    expect([found(type).members.has(present), found(type).members.has(absent)]).toEqual([true, false]);
  });

  test('type parameters carry variance and constraints', () => {
    expect(found('System.Func', 2).typeParameters.map(({ name, variance }) => [name, variance])).toEqual([['T', 'in'], ['TResult', 'out']]);
    expect(found('System.Nullable', 1).typeParameters[0]?.constraints).toMatchObject({ isStruct: true, isClass: false });
    expect(found('System.Activator').members.get('CreateInstance')?.find((member) => memberText(member) === 'static T <T>()')).toBeDefined();
    expect(found('System.Enum').members.get('TryParse')?.map((member) => (member.kind === 'method' ? member.typeParameters[0]?.constraints.isStruct : undefined))).toEqual([true, true]);
  });

  test('bases and interfaces are in terms of the type\'s own parameters', () => {
    const list = found('System.Collections.Generic.List');
    expect([list.base, ...list.interfaces].map((type) => (type === undefined ? '' : text(type)))).toEqual([
      'Object', 'IList<T>', 'ICollection<T>', 'IList', 'ICollection', 'IReadOnlyList<T>', 'IReadOnlyCollection<T>', 'IEnumerable<T>', 'IEnumerable',
    ]);
    expect(text(found('Newtonsoft.Json.Linq.JObject').base ?? expect.fail())).toBe('JContainer');
    expect(found('System.Object').base).toBeUndefined();
  });

  test.each<[name: string, traits: Partial<TypeDefinition>]>([
    ['System.Math', { kind: 'class', isStatic: true }],
    ['System.String', { kind: 'class', isSealed: true, isStatic: false }],
    ['System.Xml.Linq.XNode', { kind: 'class', isAbstract: true, isSealed: false }],
    ['System.DateTime', { kind: 'struct', isSealed: true }],
    ['System.DayOfWeek', { kind: 'enum' }],
    ['System.IDisposable', { kind: 'interface', isAbstract: true }],
    ['System.Predicate', { kind: 'delegate', arity: 1 }],
    ['System.Collections.Generic.Dictionary.KeyCollection', { kind: 'class', arity: 0 }],
    ['System.Threading.Timer', { kind: 'class', hasMembers: false, allowed: { kind: 'none' } }],
    ['IGraphQLDataObject', { kind: 'interface', hasMembers: false }],
  ])('%s is %j', (name, traits) => {
    expect(found(name)).toMatchObject(traits);
  });

  test('an override says so', () => {
    const overrides = [...found('System.IO.StringWriter').members.values()].flat().filter((member) => member.kind === 'method' && member.isOverride);
    expect(new Set(overrides.map(({ name }) => name))).toContain('Write');
  });
});

describe('a second reading of the assemblies, without Roslyn (test/oracle/reference-assemblies)', () => {
  /** Constructors, methods, properties and fields that no expression can use: pointers and lists of arguments of unknown types, or withdrawn by `[Obsolete(…, true)]`. */
  const UNUSABLE: Readonly<Record<string, readonly [number, number, number, number]>> = {
    'System.Console': [0, 2, 0, 0],
    'System.IntPtr': [1, 3, 0, 0],
    'System.Security.SecureString': [1, 0, 0, 0],
    'System.String': [5, 1, 0, 0],
    'System.Text.ASCIIEncoding': [0, 4, 0, 0],
    'System.Text.Decoder': [0, 3, 0, 0],
    'System.Text.Encoder': [0, 3, 0, 0],
    'System.Text.Encoding': [0, 5, 0, 0],
    'System.Text.StringBuilder': [0, 1, 0, 0],
    'System.Text.UTF32Encoding': [0, 4, 0, 0],
    'System.Text.UTF7Encoding': [0, 4, 0, 0],
    'System.Text.UTF8Encoding': [0, 4, 0, 0],
    'System.Text.UnicodeEncoding': [0, 4, 0, 0],
    'System.Xml.IApplicationResourceStreamResolver': [0, 1, 0, 0],
    'System.Xml.XmlReaderSettings': [1, 0, 0, 0],
    'System.Xml.XmlXapResolver': [1, 1, 0, 0],
  };
  const lines = readFileSync(new URL('fixtures/csharp/member-counts.tsv', ROOT), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  const counted = lines.filter((line) => line.length > 2);

  test('each type declares as many members', () => {
    const differences = counted.flatMap(([name = '', ...counts]) => {
      const type = found(name.replace(/`\d+/gu, ''), Number(/`(\d+)$/u.exec(name)?.[1] ?? 0));
      const unusable = UNUSABLE[name] ?? [0, 0, 0, 0];
      const expected = type.kind === 'delegate' ? [0, 1, 0, 0] : counts.map((count, index) => Number(count) - (unusable[index] ?? 0) + (index === 0 && type.kind === 'struct' ? 1 : 0));
      return `${countsOf(type)}` === `${expected}` ? [] : [`${name}: ${countsOf(type)} and not ${expected}`];
    });
    expect(differences).toEqual([]);
  });

  test('those are all types with members, APIM\'s own aside', () => {
    expect(counted).toHaveLength(everyType.filter(({ name }) => name.includes('.')).length);
  });

  test('every public type is known by name', () => {
    const inAssemblies = lines.filter((line) => line.length === 2).reduce((sum, [, count]) => sum + Number(count), 0);
    const namesOnly = assemblies.reduce((sum, assembly) => sum + assembly.namesOnly.length, 0);
    expect(counted.length + namesOnly).toBe(inAssemblies);
  });

  /** An enum's values, a delegate's Invoke and a struct's constructor without parameters aside, what stands in the metadata. */
  function countsOf({ members }: TypeDefinition): number[] {
    const all = [...members.values()].flat();
    const isConstructor = ({ name }: Member): boolean => name === '.ctor';
    return [all.filter(isConstructor).length, all.filter((member) => member.kind === 'method' && !isConstructor(member)).length, all.filter(({ kind }) => kind === 'property').length, all.filter(({ kind }) => kind === 'field').length];
  }
});

describe('everything can be read', () => {
  test('every signature, with types that have as many arguments as parameters', () => {
    const wrong: string[] = [];
    for (const type of everyType) {
      for (const one of [type.base, type.underlying, ...type.interfaces]) if (one !== undefined) wrong.push(...misfits(one, type.name));
      for (const member of [...type.members.values()].flat()) {
        expect(member.declaringType).toBe(type);
        const types = member.kind === 'method' ? [member.returnType, ...member.parameters.map((parameter) => parameter.type)] : [member.type];
        wrong.push(...types.flatMap((one) => misfits(one, `${type.name}.${member.name}`)));
      }
    }
    expect(wrong).toEqual([]);
  });

  test('bases and interfaces of a type with members have members too', () => {
    const without = everyType.flatMap(({ name, base, interfaces }) => [base, ...interfaces].filter((one) => one?.definition.hasMembers === false).map((one) => `${name}: ${text(one ?? expect.fail())}`));
    expect(without).toEqual([]);
  });

  test('what the members of an allowed type mention has members too', () => {
    const without = new Set<string>();
    for (const type of everyType.filter(({ allowed, name }) => allowed.kind !== 'none' && name.includes('.') && !name.startsWith('System.Xml.'))) {
      for (const member of [...type.members.values()].flat()) {
        const types = member.kind === 'method' ? [member.returnType, ...member.parameters.map((parameter) => parameter.type)] : [member.type];
        for (const one of types.flatMap(named)) if (!one.definition.hasMembers) without.add(one.definition.name);
      }
    }
    expect([...without]).toEqual([]);
  });

  function misfits(type: Type, where: string): string[] {
    return named(type).filter(({ definition, typeArguments }) => definition.typeParameters.length !== typeArguments.length).map((one) => `${where}: ${text(one)}`);
  }

  function named(type: Type): NamedType[] {
    if (type.kind === 'array') return named(type.element);
    return type.kind === 'named' ? [type, ...type.typeArguments.flatMap(named)] : [];
  }
});

describe('what APIM allows', () => {
  test('130 types are documented, and object', () => {
    expect(allowed.types).toHaveLength(131);
  });

  test.each(allowed.types.map(({ name, members }) => [name, members]))('%s: its members are known, and those listed are its own', (name, members) => {
    const types = everyType.filter((type) => type.name === name.replace(/<.*/u, ''));
    expect(types).not.toEqual([]);
    for (const type of types) {
      expect(type.allowed.kind).toBe(members === 'all' ? 'all' : 'only');
      if (members !== 'all') expect(members.filter((member) => !type.members.has(member))).toEqual([]);
    }
  });

  test.each<[name: string, allowed: unknown]>([
    ['System.DateTimeKind', { kind: 'only', names: new Set(['Utc']) }],
    ['System.Security.Cryptography.SymmetricAlgorithm', { kind: 'all', except: new Set(['Create()']) }],
    ['System.Xml.Linq.XDocument', { kind: 'all', except: new Set(['Load']) }],
    ['System.Object', { kind: 'all', except: new Set(['GetType', 'ReferenceEquals']), certainty: 'inferred' }],
    ['System.Xml.XmlDocument', { kind: 'all', except: new Set() }],
    ['System.Xml.Schema.XmlSchema', { kind: 'all', except: new Set() }],
    ['IRequest', { kind: 'all', except: new Set() }],
    ['System.Text.RegularExpressions.MatchCollection', { kind: 'none' }],
    ['System.Collections.Generic.Dictionary.KeyCollection', { kind: 'none' }],
    ['System.Threading.Thread', { kind: 'none' }],
    ['System.Globalization.CultureInfo', { kind: 'none' }],
  ])('%s', (name, expected) => {
    expect(found(name).allowed).toEqual(expected);
  });

  test('generic types count by their open name', () => {
    expect([found('System.Tuple', 0), found('System.Tuple', 3), found('System.Nullable', 1)].map(({ allowed: { kind } }) => kind)).toEqual(['all', 'all', 'all']);
  });

  test('each imported namespace is one', () => {
    expect(values.importedNamespaces.filter((name) => !isNamespace(name))).toEqual([]);
  });
});

describe('names', () => {
  test('a type is the same object each time, whoever mentions it', () => {
    expect(typeNamed('System.String', 0)).toBe(coreType('string').definition);
    expect(found('System.Object').members.get('ToString')?.map((member) => (member.kind === 'method' && member.returnType.kind === 'named' ? member.returnType.definition : undefined))).toEqual([coreType('string').definition]);
  });

  test.each<[name: string, arity: number, types: string[]]>([
    ['String', 0, ['System.String']],
    ['Dictionary', 2, ['System.Collections.Generic.Dictionary']],
    ['Dictionary', 0, []],
    ['Formatting', 0, ['System.Xml.Formatting', 'Newtonsoft.Json.Formatting']],
    ['Thread', 0, ['System.Threading.Thread']],
    ['Authorization', 0, ['Authorization']],
    ['WebUtility', 0, []],
    ['HttpUtility', 0, []],
    ['toString', 0, []],
  ])('%s with %i parameters in scope', (name, arity, types) => {
    expect(typesInScope(name, arity).map((type) => type.name)).toEqual(types);
  });

  test.each([['System', true], ['System.Net', true], ['System.Net.Sockets', true], ['Newtonsoft', true], ['System.String', false], ['System.Drawing', false], ['IUrl', false], ['', false]])('%j is a namespace: %s', (name, expected) => {
    expect(isNamespace(name)).toBe(expected);
  });

  test.each(['System.Text.Json.JsonDocument', 'System.Net.Http.HttpClient', 'System.Web.HttpUtility', 'System.Index', 'constructor', ''])('%j is no type', (name) => {
    expect(typeNamed(name)).toBeUndefined();
  });
});

describe('values', () => {
  test('an expression gives', () => {
    expect(returnTypes().map(text).join(' ')).toBe('Boolean SByte Byte UInt16 UInt32 UInt64 Int16 Int32 Int64 Decimal Single Double Guid String Char DateTime TimeSpan Byte[] IResponse Jwt JToken');
  });

  test('a variable holds', () => {
    const types = variableTypes().map(text);
    expect(types).toEqual(expect.arrayContaining(['String', 'Byte[]', 'Nullable<Int32>', 'JObject', 'IResponse']));
    expect(types).not.toContain('Nullable<Boolean>');
  });

  test('a body is read as', () => {
    expect(bodyTypes().map(text)).toEqual(['String', 'Byte[]', 'JObject', 'JToken', 'JArray', 'XNode', 'XElement', 'XDocument']);
  });
});

describe('APIM\'s own', () => {
  test('context and the way to a header', () => {
    const request = contextType().definition.members.get('Request')?.[0];
    expect(request).toMatchObject({ kind: 'property', canRead: true, canWrite: false });
    expect(signatures('IRequest', 'Headers')).toEqual(['IReadOnlyDictionary<String, String[]> { get; }']);
  });

  test.each([['Response', true], ['LastError', true], ['User', true], ['Product', true], ['Subscription', true], ['Request', undefined], ['Api', undefined], ['RequestId', undefined]])('context.%s may be null: %s', (name, expected) => {
    expect(contextType().definition.members.get(name)?.[0]).toHaveProperty('name', name);
    const member = contextType().definition.members.get(name)?.[0];
    expect(member?.kind === 'property' ? member.mayBeNull : 'no property').toBe(expected);
  });

  test('what only Microsoft\'s tools know is marked', () => {
    const marked = everyType.flatMap(({ members }) => [...members.values()].flat()).filter((member) => member.kind !== 'field' && member.undocumented);
    expect([...new Set(marked.map(({ declaringType, name }) => `${declaringType.name}.${name}`))].sort()).toEqual([
      'IAzureVnetInfo.PrivateLinkId', 'IAzureVnetInfo.SnatVip', 'IAzureVnetInfo.SubnetId', 'IAzureVnetInfo.VnetTrafficTag', 'IGraphQLContext.Arguments', 'ILastError.Elapsed',
      'ILastError.HttpErrorCode', 'ILastError.TransportErrorCode', 'IMessage.Body', 'IMessage.Headers', 'IMessageBody.AsSoap', 'IProduct.Apis', 'IProduct.SubscriptionLimit',
      'IProxyRequestContext.Trace', 'IRequest.AzureVnetInfo', 'IRequest.ClientCertificates', 'IRequest.HasBody', 'IRequest.OriginalMethod', 'IUrl.ToString', 'IUrl.ToUri',
      'PolicyExtensions.GetValueOrDefault',
    ]);
  });

  test.each([
    ['GetValueOrDefault', 'PolicyExtensions'],
    ['AsJwt', 'PolicyExtensions'],
    ['Select', 'System.Linq.Enumerable'],
    ['Descendants', 'System.Xml.Linq.Extensions'],
    ['GetRSAPublicKey', 'System.Security.Cryptography.X509Certificates.RSACertificateExtensions'],
    ['AsJEnumerable', 'Newtonsoft.Json.Linq.Extensions'],
    ['Unwrap', 'System.Threading.Tasks.TaskExtensions'],
  ])('%s is an extension method of %s', (name, container) => {
    const methods = extensionMethods(name);
    expect(methods.map(({ declaringType }) => declaringType.name)).toContain(container);
    expect(methods.every(({ isExtension, isStatic }) => isExtension && isStatic)).toBe(true);
  });

  test('every extension method of the classes in scope is found by its name', () => {
    const all = everyType.filter(({ name }) => typesInScope(name.split('.').at(-1) ?? '', 0).some((type) => type.name === name)).flatMap(({ members }) => [...members.values()].flat());
    const missing = all.filter((member) => member.kind === 'method' && member.isExtension && !extensionMethods(member.name).includes(member));
    expect(all.length).toBeGreaterThan(1000);
    expect(missing).toEqual([]);
  });

  test.each(['XPathSelectElement', 'Empty', 'ToString', 'no-such-method'])('%s is none in scope', (name) => {
    expect(extensionMethods(name)).toEqual([]);
  });
});
