/** The values of literals. Source: C# specification, 6.4.5 Literals. */
import { coreType } from '../../../catalog/expressions/type-library.js';
import type { LiteralExpression } from '../../../syntax/csharp/ast.js';
import { type Bound, value } from './bound.js';

export function literalBound({ type, value: written }: LiteralExpression): Bound {
  switch (type) {
    case 'null':
      return { kind: 'null' };
    case 'default':
      return { kind: 'default' };
    case 'char':
      return value(coreType('char'), BigInt(String(written).charCodeAt(0) || 0));
    default:
      return value(coreType(type), written);
  }
}
