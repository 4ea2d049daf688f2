/** A variable that is read as another type than it is stored as. */
import { fitsType } from '../../analysis/flow/type-fit.js';
import type { VariableWrite } from '../../analysis/flow/variable-writes.js';
import { visitedAccesses } from '../flow-accesses.js';
import { defineRule } from '../rule.js';

export const variableTypeMismatch = defineRule({
  id: 'variable-type-mismatch',
  category: 'correctness',
  severity: 'error',
  summary: 'A variable is read as another type than it is stored as.',
  why: 'A stored value keeps its type: neither a cast nor GetValueOrDefault converts it, so that the expression throws and the caller gets a 500.',
  check: ({ flow }) => [...visitedAccesses(flow, 'cast'), ...visitedAccesses(flow, 'variable')].flatMap(({ visits, place, at, step }) => {
    const { access } = visits[0] ?? {};
    const type = access?.type;
    if (access === undefined || type === undefined) return [];
    const writes = [...new Set(visits.flatMap(({ state }) => [...(state.variables.get(access.name)?.writes ?? [])]))];
    const [unfit] = writes;
    // Where one of several fits, the reading may go with that one.
    if (unfit?.type === undefined || writes.some((write) => write.type === undefined || fitsType(write.type, type))) return [];
    const isSure = writes.every(isDocumented);
    return [{
      at,
      place,
      step,
      ...(isSure ? {} : { severity: 'warning' as const }),
      message: `variable ${access.name} holds ${unfit.type} and is read as ${type}: the expression throws`,
      hint: hintFor(unfit, type),
      related: [{ message: `set here, as ${unfit.type}`, at: unfit.attribute.origin }],
    }];
  }),
});

/** That a literal is a string is documented; other types are read off the expression. */
function isDocumented({ value }: VariableWrite): boolean {
  return value?.kind === 'literal';
}

function hintFor({ value, type }: VariableWrite, wanted: string): string {
  if (value?.kind === 'literal' && (wanted === 'int' || wanted === 'bool' || wanted === 'long' || wanted === 'double')) return `store it as what it is: value="@(${value.text.trim()})"`;
  return `read it as ${type ?? 'what it is'} and convert it, or convert it before it is stored`;
}
