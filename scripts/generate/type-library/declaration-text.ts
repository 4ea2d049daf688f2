/** Reads C# declarations of types and members, as schemas/expressions has them, and writes them as the type table has them (src/catalog/expressions/compact-signature.ts). */
import { CORE_TYPES, isCoreTypeName } from '../../../src/catalog/expressions/core-types.js';

/** The number of a type in the table, by its full name and the number of all its arguments. */
export type NumberOf = (name: string, argumentCount: number) => number;

/** The type parameters in sight. */
interface Scope {
  readonly ofType: readonly string[];
  readonly ofMethod: readonly string[];
}

export interface TypeHead {
  readonly kind: string;
  readonly modifier: string;
  readonly name: string;
  /** Without variance. */
  readonly parameters: readonly string[];
  /** `T,+U:0C;5`, as in the table. */
  readonly compactParameters: (numberOf: NumberOf) => string;
}

const BASE = 36;
const PARAMETER_MODIFIERS: Readonly<Record<string, string>> = { ref: '&', out: '^', params: '*' };
const ACCESSORS: Readonly<Record<string, string>> = { 'get;': 'r', 'set;': 'w', 'get; set;': 'p' };
const WIDE_INTEGERS: ReadonlySet<string> = new Set(['long', 'ulong']);

/** @param text `abstract class System.Comparer<in T> where T : class` */
export function readHead(text: string): TypeHead {
  const [, modifier = '', kind = '', name = '', list = '', constraints = ''] = /^(?:(static|abstract|sealed) )?(class|struct|interface|enum|delegate) ([\w.]+)(?:<([^>]*)>)?(.*)$/u.exec(text) ?? [];
  if (name === '') throw new Error(`not the head of a type: ${text}`);
  const marked = list === '' ? [] : list.split(', ').map((item) => item.replace(/^in /u, '-').replace(/^out /u, '+'));
  const parameters = marked.map((item) => item.replace(/^[+-]/u, ''));
  const compactParameters = (numberOf: NumberOf): string => marked.join(',') + new DeclarationText(constraints, { ofType: parameters, ofMethod: [] }, numberOf).constraints(parameters);
  return { kind, modifier, name, parameters, compactParameters };
}

/** @param text a type, with the type parameters of the type it stands on */
export function compactType(text: string, parameters: readonly string[], numberOf: NumberOf): string {
  return new DeclarationText(text, { ofType: parameters, ofMethod: [] }, numberOf).wholeType();
}

/** @param underlying of the enum whose value it is; undefined for a member of another type */
export function compactMember(text: string, parameters: readonly string[], numberOf: NumberOf, underlying?: string): { readonly name: string; readonly signature: string } {
  return new DeclarationText(text, { ofType: parameters, ofMethod: [] }, numberOf).member(underlying);
}

class DeclarationText {
  private rest: string;

  constructor(
    private readonly text: string,
    private scope: Scope,
    private readonly numberOf: NumberOf,
  ) {
    this.rest = text;
  }

  wholeType(): string {
    const type = this.type();
    if (this.rest !== '') throw this.unexpected();
    return type;
  }

  member(enumType: string | undefined): { name: string; signature: string } {
    if (enumType !== undefined) return { name: this.word(), signature: `C${enumType}=${this.value(false)}` };
    if (this.skip('.ctor')) return { name: '.ctor', signature: `m${this.parameters('(', ')')}${this.number('System.Void', 0)}` };
    if (this.skip('const ')) return this.constant();
    const isStatic = this.skip('static ');
    const isOverride = this.skip('override ');
    const isReadOnly = this.skip('readonly ');
    this.scope = { ...this.scope, ofMethod: this.methodParameters() };
    const type = this.type();
    this.expect(' ');
    const name = this.word();
    const letter = (lower: string): string => (isStatic ? lower.toUpperCase() : lower);
    if (this.rest === '') return { name, signature: `${letter(isReadOnly ? 'g' : 'f')}${type}` };
    if (this.rest.startsWith('[')) {
      const parameters = this.parameters('[', ']');
      return { name, signature: `${letter(this.accessors())}${parameters}${type}` };
    }
    if (this.rest.startsWith(' {')) return { name, signature: `${letter(this.accessors())}${type}` };
    const { ofMethod } = this.scope;
    if (ofMethod.length > 0) this.expect(`<${ofMethod.join(', ')}>`);
    const isExtension = this.rest.startsWith('(this ');
    const kind = isExtension ? 'x' : isStatic ? 's' : isOverride ? 'o' : 'm';
    const list = this.parameters('(', ')');
    return { name, signature: `${kind}${ofMethod.length === 0 ? '' : `<${ofMethod.join(',')}>`}${list}${type}${this.constraints(ofMethod)}` };
  }

  /** ` where T : class, new() where U : T`, to the end of the text. */
  constraints(names: readonly string[]): string {
    let compact = '';
    while (this.skip(' where ')) {
      const ordinal = names.indexOf(this.word());
      this.expect(' : ');
      const flags = new Set<string>();
      const types: string[] = [];
      do {
        const flag = this.skip('class') ? 'C' : this.skip('struct') ? 'S' : this.skip('new()') ? 'N' : undefined;
        if (flag === undefined) types.push(`;${this.type()}`);
        else flags.add(flag);
      } while (this.skip(', '));
      compact += `:${ordinal.toString(BASE)}${['C', 'S', 'N'].filter((flag) => flags.has(flag)).join('')}${types.join('')}`;
    }
    if (this.rest !== '') throw this.unexpected();
    return compact;
  }

  private constant(): { name: string; signature: string } {
    const keyword = /^\w+/u.exec(this.rest)?.[0] ?? '';
    const type = this.type();
    this.expect(' ');
    const name = this.word();
    const value = this.value(WIDE_INTEGERS.has(keyword));
    return { name, signature: `C${type}=${keyword === 'char' ? String(JSON.parse(value).charCodeAt(0)) : value}` };
  }

  private value(isWide: boolean): string {
    this.expect(' = ');
    const value = this.rest;
    this.rest = '';
    return isWide ? `${value}n` : value;
  }

  /** The names in `Name<T, U>(`, found before the types that use them. */
  private methodParameters(): string[] {
    const list = /^[^(]*? \w+<([\w, ]+)>\(/u.exec(this.rest)?.[1];
    return list === undefined ? [] : list.split(', ');
  }

  private parameters(open: string, close: string): string {
    this.expect(open);
    this.skip('this ');
    const parameters: string[] = [];
    while (!this.skip(close)) {
      const modifier = /^(?:ref|out|params)(?= )/u.exec(this.rest)?.[0];
      if (modifier !== undefined) this.expect(`${modifier} `);
      const type = this.type();
      this.expect(' ');
      const name = this.word();
      const isOptional = this.skip(' = ');
      if (isOptional) this.rest = this.rest.replace(/^(?:"(?:[^"\\]|\\.)*"|[\w.+-]+)/u, '');
      parameters.push(`${modifier === undefined ? '' : PARAMETER_MODIFIERS[modifier]}${type} ${name}${isOptional ? '=' : ''}`);
      this.skip(', ');
    }
    return `(${parameters.join(',')})`;
  }

  private accessors(): string {
    const [all = '', list = ''] = /^ \{ (.*) \}/u.exec(this.rest) ?? [];
    this.expect(all);
    const letter = ACCESSORS[list];
    if (letter === undefined) throw this.unexpected();
    return letter;
  }

  private type(): string {
    let type = this.parameterOrNamed();
    for (;;) {
      if (this.skip('?')) type = `${this.number('System.Nullable', 1)}<${type}>`;
      else if (/^\[,*\]/u.test(this.rest)) {
        const [rank = ''] = /^\[,*\]/u.exec(this.rest) ?? [];
        this.expect(rank);
        type += rank;
      } else return type;
    }
  }

  private parameterOrNamed(): string {
    const [name = ''] = /^[\w.]+/u.exec(this.rest) ?? [];
    if (name === '') throw this.unexpected();
    this.expect(name);
    const ofMethod = this.scope.ofMethod.indexOf(name);
    if (ofMethod >= 0) return `?${ofMethod.toString(BASE)}`;
    const ofType = this.scope.ofType.indexOf(name);
    if (ofType >= 0) return `!${ofType.toString(BASE)}`;
    if (!this.skip('<')) return this.number(isCoreTypeName(name) ? CORE_TYPES[name] : name, 0);
    const types = [this.type()];
    while (this.skip(', ')) types.push(this.type());
    this.expect('>');
    return `${this.number(name, types.length)}<${types.join(',')}>`;
  }

  private number(name: string, argumentCount: number): string {
    return this.numberOf(name, argumentCount).toString(BASE);
  }

  private word(): string {
    const [word = ''] = /^\w+/u.exec(this.rest) ?? [];
    this.expect(word);
    return word;
  }

  private expect(text: string): void {
    if (text === '' || !this.skip(text)) throw this.unexpected();
  }

  private skip(text: string): boolean {
    if (!this.rest.startsWith(text)) return false;
    this.rest = this.rest.slice(text.length);
    return true;
  }

  private unexpected(): Error {
    return new Error(`schemas/expressions: cannot read “${this.rest}” of “${this.text}”`);
  }
}
