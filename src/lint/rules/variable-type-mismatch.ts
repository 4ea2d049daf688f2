/** A variable that is read as another type than it is stored as. */
import { fitsType } from '../../analysis/flow/type-fit.js';
import { shortTypeName } from '../../analysis/flow/type-text.js';
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
    const stored = unfit?.type();
    // Where one of several fits, the reading may go with that one.
    if (unfit === undefined || stored === undefined || writes.some((write) => fitsType(write.type() ?? type, type))) return [];
    const isSure = writes.every(isDocumented);
    return [{
      at,
      place,
      step,
      ...(isSure ? {} : { severity: 'warning' as const }),
      message: `variable ${access.name} holds ${shortTypeName(stored)} and is read as ${type}: the expression throws`,
      hint: hintFor(unfit, stored, type),
      related: [{ message: `set here, as ${shortTypeName(stored)}`, at: unfit.attribute.origin }],
    }];
  }),
});

/** That a literal is a string is documented; other types are read off the expression. */
function isDocumented({ value }: VariableWrite): boolean {
  return value?.kind === 'literal';
}

function hintFor({ value }: VariableWrite, stored: string, wanted: string): string {
  if (value?.kind === 'literal' && (wanted === 'int' || wanted === 'bool' || wanted === 'long' || wanted === 'double')) return `store it as what it is: value="@(${value.text.trim()})"`;
  return `read it as ${shortTypeName(stored)} and convert that, or convert it before it is stored`;
}
