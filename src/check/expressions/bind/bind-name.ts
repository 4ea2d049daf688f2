/** Simple names: variables first, then types and namespaces. Source: C# specification, 12.8.4 Simple names. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { SimpleName } from '../../../syntax/csharp/ast.js';
import { closestName } from '../../../syntax/text/closest-name.js';
import { type Bound, value, variable } from './bound.js';
import { otherArity, typeOrNamespace } from './find-type.js';
import { methodGroupOf } from './method-group.js';
import { problem } from './problem.js';
import { hasNamedValue, reportUnknownType, resolveType, whereItIs } from './resolve-type.js';
import type { Local, Scope } from './scope.js';

/** A name that is not behind a dot. */
export function bindName(node: SimpleName, scope: Scope): Bound {
  const { name, span } = node;
  const typeNodes = node.kind === 'GenericName' ? node.typeArguments : [];
  const declared = scope.find(name);
  if (declared?.kind === 'local') return useLocal(node, declared, scope);
  const typeArguments = typeNodes.map((type) => resolveType(type, scope));
  if (declared?.kind === 'local-function') return methodGroupOf({ name, methods: [declared.method], typeArguments, on: undefined, node });
  const found = typeOrNamespace(name, typeArguments, scope);
  if (found !== undefined) return found;
  if (name === '' || hasNamedValue(name)) return value(UNKNOWN);
  if (otherArity(name, typeNodes.length) !== undefined) reportUnknownType({ name, typeArguments: typeNodes, span }, scope);
  else scope.binding.report(problem('CS0103', span, `there is no variable, type or namespace named "${name}" here`, hintFor(name, typeNodes.length, scope)));
  return value(UNKNOWN);
}

function hintFor(name: string, arity: number, scope: Scope): string | undefined {
  const elsewhere = whereItIs(name, arity);
  if (elsewhere !== undefined) return elsewhere;
  const meant = closestName(name, scope.visibleNames());
  return meant === undefined ? undefined : `did you mean ${meant}?`;
}

function useLocal(node: SimpleName, local: Local, scope: Scope): Bound {
  if (local.type === undefined || node.span.start < local.span.start) {
    scope.binding.report(problem('CS0841', node.span, `the variable "${local.name}" is used before it is declared`, 'declare it further up'));
    return value(UNKNOWN);
  }
  if (local.role === 'variable') scope.binding.transcript.locals.set(node, local);
  const refused = REFUSED_ROLES[local.role];
  if (refused === undefined) return variable(local.type);
  return { ...value(local.type, local.constant), target: { kind: 'refused', roslyn: refused.roslyn, reason: `"${local.name}" is ${refused.what} and cannot be changed` } };
}

const REFUSED_ROLES: Readonly<Partial<Record<Local['role'], { readonly roslyn: string; readonly what: string }>>> = {
  constant: { roslyn: 'CS0131', what: 'a constant' },
  'foreach variable': { roslyn: 'CS1656', what: 'the variable of a foreach' },
  'using variable': { roslyn: 'CS1656', what: 'the variable of a using' },
  'range variable': { roslyn: 'CS1947', what: 'the variable of a query' },
};
