/** A type as it is written → the type it names, through the imported namespaces. Source: C# specification, 7.8 Namespace and type names. */
import { REFUSALS } from '../../../catalog/expressions/refusals.generated.js';
import { CORE_TYPES, type CoreTypeName, UNKNOWN, coreType, typeNamed } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { NamedType, NullableType, TypeNamePart, TypeNode } from '../../../syntax/csharp/ast.js';
import { nullableOf } from '../types/core.js';
import { isValueType } from '../types/kinds.js';
import type { BoundNamespace, BoundType } from './bound.js';
import { inNamespace, nestedType, otherArity, typeOrNamespace } from './find-type.js';
import { problem } from './problem.js';
import type { Scope } from './scope.js';

/** The type; UNKNOWN, with a problem reported, when there is none of that name. */
export function resolveType(node: TypeNode, scope: Scope): Type {
  switch (node.kind) {
    case 'PredefinedType':
      return keywordType(node.keyword);
    case 'NamedType':
      return resolveNamed(node, scope);
    case 'ArrayType':
      return { kind: 'array', element: resolveType(node.element, scope), rank: node.rank };
    case 'NullableType':
      return resolveNullable(node, scope);
    case 'TupleType':
      for (const { type } of node.elements) resolveType(type, scope);
      return UNKNOWN;
    case 'OmittedTypeArgument':
      return UNKNOWN;
  }
}

/** The type that a keyword names. */
export function keywordType(keyword: string): Type {
  return isCoreTypeName(keyword) ? coreType(keyword) : UNKNOWN;
}

function isCoreTypeName(keyword: string): keyword is CoreTypeName {
  return Object.hasOwn(CORE_TYPES, keyword);
}

/** `var`, which leaves the type to the value. */
export function isVar(node: TypeNode): boolean {
  return node.kind === 'NamedType' && node.parts.length === 1 && node.parts[0]?.name === 'var' && node.parts[0].typeArguments.length === 0;
}

function resolveNamed({ parts }: NamedType, scope: Scope): Type {
  const [first, ...rest] = parts;
  if (first === undefined) return UNKNOWN;
  if (first.name === 'dynamic' && rest.length === 0) return { kind: 'dynamic' };
  const head = typeOrNamespace(first.name, argumentsOf(first, scope), scope);
  if (head === undefined) {
    reportUnknownType(first, scope);
    return UNKNOWN;
  }
  const found = rest.reduce<BoundType | BoundNamespace>((left, part) => resolvePart(left, part, scope), head);
  if (found.kind === 'type') return found.type;
  const last = parts.at(-1) ?? first;
  scope.binding.report(problem('CS0118', last.span, `"${found.name}" is a namespace, where a type is expected`));
  return UNKNOWN;
}

/** One more name behind a dot. */
function resolvePart(left: BoundType | BoundNamespace, part: TypeNamePart, scope: Scope): BoundType | BoundNamespace {
  const typeArguments = argumentsOf(part, scope);
  const unknown: BoundType = { kind: 'type', type: UNKNOWN };
  if (left.kind === 'type') {
    if (left.type.kind !== 'named') return unknown;
    const nested = nestedType(left.type, part.name, typeArguments);
    if (nested === undefined) scope.binding.report(problem('CS0426', part.span, `there is no type "${part.name}" in the type before it`));
    return nested ?? unknown;
  }
  const found = inNamespace(left.name, part.name, typeArguments);
  if (found === undefined) scope.binding.report(problem('CS0234', part.span, `there is no type "${part.name}" in the namespace ${left.name}`));
  return found ?? unknown;
}

function argumentsOf({ typeArguments }: TypeNamePart, scope: Scope): Type[] {
  return typeArguments.map((argument) => resolveType(argument, scope));
}

/** Reports a name at the head of a type that no imported namespace knows. */
export function reportUnknownType({ name, typeArguments, span }: TypeNamePart, scope: Scope): void {
  if (name === '' || hasNamedValue(name)) return;
  const arity = otherArity(name, typeArguments.length);
  if (arity === undefined) {
    scope.binding.report(problem('CS0246', span, `there is no type "${name}" in the namespaces that expressions import`, whereItIs(name, typeArguments.length)));
  } else if (arity === 0) scope.binding.report(problem('CS0308', span, `the type "${name}" takes no type arguments`, 'remove the < > behind it'));
  else scope.binding.report(problem('CS0305', span, `the type "${name}" takes ${arity} type argument${arity === 1 ? '' : 's'}`, `write ${name}<${Array.from({ length: arity }, () => '…').join(', ')}>`));
}

/** Namespaces that are not imported and that authors take for imported. Source: reference/expressions.md §1. */
const NOT_IMPORTED = ['System.Net', 'System.Globalization', 'System.Collections', 'System.Diagnostics', 'System.Security'];

/** A hint where a type of this name stands outside of the imported namespaces. */
export function whereItIs(name: string, arity: number): string | undefined {
  const namespace = NOT_IMPORTED.find((one) => typeNamed(`${one}.${name}`, arity) !== undefined);
  if (namespace === undefined) return undefined;
  const fullName = `${namespace}.${name}`;
  if (typeNamed(fullName, arity)?.allowed.kind !== 'none') return `${namespace} is not imported: write ${fullName}`;
  return (REFUSALS[fullName] ?? REFUSALS[`${namespace}.*`])?.write ?? `${fullName} is not among what expressions may use`;
}

/** `{{name}}` in place of a type or name: the text it stands for is not known. */
export function hasNamedValue(name: string): boolean {
  return name.includes('{{');
}

function resolveNullable(node: NullableType, scope: Scope): Type {
  const element = resolveType(node.element, scope);
  if (element.kind === 'unknown' || element.kind === 'type-parameter') return UNKNOWN;
  if (isValueType(element)) return nullableOf(element);
  const question = { start: node.span.end - 1, end: node.span.end };
  scope.binding.report(problem('CS8107', question, 'only types of values can be made nullable with "?" in C# 7', 'remove the "?": every reference may be null'));
  return element;
}
