/** A type of the table, of which each part is read when it is first asked for. */
import { LazyMembers } from './lazy-members.js';
import { readMember, readTypeParameters, readTypes, type TypeAt } from './compact-signature.js';
import type { TableEntry } from './type-index.js';
import type { AllowedMembers, Member, NamedType, TypeDefinition, TypeDefinitionKind, TypeParameterDefinition } from './type.js';

const KINDS: Readonly<Record<string, TypeDefinitionKind>> = { c: 'class', s: 'struct', i: 'interface', e: 'enum', d: 'delegate' };
const SEALED: ReadonlySet<TypeDefinitionKind> = new Set(['struct', 'enum', 'delegate']);
const NONE: AllowedMembers = { kind: 'none' };

/** What a line of the table says first: `name|traits|parameters|base|interfaces|underlying|allowed`. */
export class LibraryType implements TypeDefinition {
  readonly name: string;
  readonly arity: number;
  readonly kind: TypeDefinitionKind;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isSealed: boolean;
  readonly hasMembers: boolean;
  readonly members: ReadonlyMap<string, readonly Member[]>;
  private readonly fields: readonly string[];
  private readParameters: readonly TypeParameterDefinition[] | undefined;
  private readInterfaces: readonly NamedType[] | undefined;
  private readBase: readonly NamedType[] | undefined;
  private readAllowed: AllowedMembers | undefined;

  constructor(
    { head, lines }: TableEntry,
    private readonly typeAt: TypeAt,
  ) {
    this.fields = head.split('|');
    const [name = '', traits = '', parameters = ''] = this.fields;
    this.name = name;
    this.kind = KINDS[traits.charAt(0)] ?? 'class';
    this.isStatic = traits.includes('S');
    this.isAbstract = traits.includes('A') || this.kind === 'interface';
    this.isSealed = traits.includes('F') || SEALED.has(this.kind);
    const own = /\d+/u.exec(traits)?.[0];
    this.arity = own === undefined ? parameterCount(parameters) : Number(own);
    this.members = new LazyMembers(lines ?? [], (member, signature) => readMember(member, signature, this, typeAt));
    this.hasMembers = lines !== undefined;
  }

  get typeParameters(): readonly TypeParameterDefinition[] {
    return (this.readParameters ??= readTypeParameters(this.fields[2] ?? '', this.typeAt));
  }
  get base(): NamedType | undefined {
    return (this.readBase ??= this.namedTypes(3))[0];
  }
  get interfaces(): readonly NamedType[] {
    return (this.readInterfaces ??= this.namedTypes(4));
  }
  get underlying(): NamedType | undefined {
    return this.namedTypes(5)[0];
  }
  get allowed(): AllowedMembers {
    return (this.readAllowed ??= readAllowed(this.fields[6] ?? ''));
  }

  private namedTypes(field: number): readonly NamedType[] {
    return readTypes(this.fields[field] ?? '', this.typeParameters, this.typeAt).filter((type) => type.kind === 'named');
  }
}

/** Of `T,U:0C;5`: 2. */
function parameterCount(parameters: string): number {
  return parameters === '' ? 0 : (parameters.split(':')[0] ?? '').split(',').length;
}

/** `*` is all, `*?A,B` all but A and B, which no source says, `*A` all but A, `=A,B` these alone, nothing is none. */
function readAllowed(text: string): AllowedMembers {
  if (text === '') return NONE;
  const isInferred = text.startsWith('*?');
  const names: ReadonlySet<string> = new Set(text.slice(isInferred ? 2 : 1).split(',').filter((name) => name !== ''));
  if (text.startsWith('=')) return { kind: 'only', names };
  return { kind: 'all', except: names, ...(isInferred ? { certainty: 'inferred' } : {}) };
}
