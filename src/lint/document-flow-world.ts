/** The project as a document's data flow sees it. */
import type { FlowWorld } from '../analysis/flow/flow-world.js';
import { valueType } from '../analysis/flow/value-type.js';
import type { PolicyDocument } from '../model/document.js';
import type { ProjectFacts } from './project-facts.js';

/** A project with the policies of the global scope is taken to have those of all scopes. */
export function flowWorld(document: PolicyDocument, project: ProjectFacts): FlowWorld {
  const isComplete = document.scope !== undefined && document.scope.kind !== 'fragment' && project.documentOf({ kind: 'global' }) !== undefined;
  return {
    typeOf: valueType,
    fragment: (id) => project.fragments.get(id),
    isComplete,
    setElsewhere: isComplete ? project.variables.setOutside(document) : new Set(),
  };
}
