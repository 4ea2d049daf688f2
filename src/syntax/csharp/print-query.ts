/** LINQ queries → C#. */
import type { Expression, QueryClause, QueryExpression, TypeNode } from './ast.js';
import { printIdentifier, printType } from './print-type.js';

export function printQuery({ clauses }: QueryExpression, print: (expression: Expression) => string): string {
  return clauses.map((clause) => printClause(clause, print)).join(' ');
}

function printClause(clause: QueryClause, print: (expression: Expression) => string): string {
  switch (clause.kind) {
    case 'FromClause':
      return `from ${typed(clause.type)}${printIdentifier(clause.name)} in ${print(clause.expression)}`;
    case 'LetClause':
      return `let ${printIdentifier(clause.name)} = ${print(clause.expression)}`;
    case 'WhereClause':
      return `where ${print(clause.condition)}`;
    case 'JoinClause': {
      const into = clause.into === undefined ? '' : ` into ${printIdentifier(clause.into)}`;
      return `join ${typed(clause.type)}${printIdentifier(clause.name)} in ${print(clause.expression)} on ${print(clause.left)} equals ${print(clause.right)}${into}`;
    }
    case 'OrderByClause':
      return `orderby ${clause.orderings.map(({ expression, descending }) => `${print(expression)}${descending ? ' descending' : ''}`).join(', ')}`;
    case 'SelectClause':
      return `select ${print(clause.expression)}`;
    case 'GroupClause':
      return `group ${print(clause.element)} by ${print(clause.by)}`;
    case 'IntoClause':
      return `into ${printIdentifier(clause.name)}`;
  }
}

function typed(type: TypeNode | undefined): string {
  return type === undefined ? '' : `${printType(type)} `;
}
