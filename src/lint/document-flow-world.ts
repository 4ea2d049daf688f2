/** The project as a document's data flow sees it. */
import type { FlowWorld } from '../analysis/flow/flow-world.js';
import { valueType } from '../analysis/flow/value-type.js';
import { storedType } from '../check/checked-expression.js';
import { displayType } from '../check/expressions/types/display.js';
import type { PolicyDocument } from '../model/document.js';
import { parsedExpression } from '../model/parsed-expression.js';
import type { PolicyValue } from '../model/value.js';
import type { ProjectFacts } from './project-facts.js';

/** A project with the policies of the global scope is taken to have those of all scopes. */
export function flowWorld(document: PolicyDocument, project: ProjectFacts): FlowWorld {
  const isComplete = document.scope !== undefined && document.scope.kind !== 'fragment' && project.documentOf({ kind: 'global' }) !== undefined;
  return {
    typeOf: (value) => valueType(value) ?? compiledType(value),
    fragment: (id) => project.fragments.get(id),
    isComplete,
    setElsewhere: isComplete ? project.variables.setOutside(document) : new Set(),
  };
}

/** The type that the compiler gives an expression. */
function compiledType(value: PolicyValue): string | undefined {
  if (value.kind !== 'expression') return undefined;
  if (parsedExpression(value).problems.length > 0) return undefined;
  const type = storedType(value);
  return type.kind === 'named' || type.kind === 'array' ? displayType(type) : undefined;
}
