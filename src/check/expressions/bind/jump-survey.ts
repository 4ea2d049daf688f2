/** What has to be known of the whole code before variables are followed through it: jumps to labels, and what local functions assign. */
import { partsOf } from '../../../analysis/syntax-search.js';
import type * as ast from '../../../syntax/csharp/ast.js';
import { type ExpressionProblem, problem } from './problem.js';
import type { Local } from './scope.js';
import type { Transcript } from './transcript.js';

export interface JumpSurvey {
  /** Jumps are not followed. */
  readonly hasJumps: boolean;
  /** Variables that local functions name: when those are called is not followed. */
  readonly usedInFunctions: ReadonlySet<Local>;
  /** Jumps to labels that are not there. */
  readonly problems: readonly ExpressionProblem[];
}

export const NO_JUMPS: JumpSurvey = { hasJumps: false, usedInFunctions: new Set(), problems: [] };

export function surveyJumps(root: ast.Block | ast.Expression, { locals }: Transcript): JumpSurvey {
  const labels = new Set<string>();
  const jumps: ast.GotoStatement[] = [];
  const usedInFunctions = new Set<Local>();
  const pending: { readonly node: object; readonly inFunction: boolean }[] = [{ node: root, inFunction: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (isStatement(node, 'GotoStatement')) jumps.push(node);
    if (isStatement(node, 'LabeledStatement')) labels.add(node.label.name);
    const inFunction = next.inFunction || isStatement(node, 'LocalFunctionStatement');
    const local = locals.get(node);
    if (inFunction && local !== undefined) usedInFunctions.add(local);
    for (const child of partsOf(node)) pending.push({ node: child, inFunction });
  }
  const lost = jumps.filter(({ target, label }) => target === 'label' && label !== undefined && !labels.has(label));
  return {
    hasJumps: jumps.length > 0 || labels.size > 0,
    usedInFunctions,
    problems: lost.map(({ label, span: { start } }) => problem('CS0159', { start: start + 'goto '.length, end: start + 'goto '.length + (label ?? '').length }, `there is no label "${label}" to go to`)),
  };
}

function isStatement<K extends ast.Statement['kind']>(node: object, kind: K): node is Extract<ast.Statement, { readonly kind: K }> {
  return 'kind' in node && node.kind === kind;
}
