/** C# trees as short text, for tables of expectations: `a + b * 2` is `Binary(+ a Binary(* b 2))`. */
import type { ExpressionForm, TypeNode } from '../../../src/syntax/csharp/ast.js';
import { parseCode } from '../../../src/syntax/csharp/parse-code.js';

/** The tree of code without problems; the problems of code that has any. */
export function treeText(code: string, form: ExpressionForm): string {
  const { code: parsed, problems } = parseCode(code, form);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return parsed.form === 'expression' ? text(parsed.expression) : parsed.block.statements.map(text).join(' ');
}

type Field = string | number | bigint | boolean | null | object | undefined;

/** Fields in the order in which the parser writes them; names and literals stand for themselves. */
function text(node: Field): string {
  if (Array.isArray(node)) return `[${node.map(text).join(' ')}]`;
  if (typeof node !== 'object' || node === null) return String(node);
  const { kind, ...fields } = node as { kind?: string } & Record<string, Field>;
  if (kind === 'IdentifierName' || kind === 'SingleDesignation') return String(fields['name']);
  if (kind === 'PredefinedType' || kind === 'PredefinedTypeExpression') return String(fields['keyword']);
  if (kind === 'NamedType' || kind === 'ArrayType' || kind === 'NullableType') return typeText(node as TypeNode);
  if (kind === 'LiteralExpression') return String(fields['raw']);
  const parts = Object.entries(fields).filter(([name]) => name !== 'span' && (kind === undefined || name !== 'raw')).map(([, field]) => field);
  if (kind === undefined && parts.length === 1) return text(parts[0]);
  return `${(kind ?? '').replace(/(Expression|Statement)$/, '')}(${parts.map(text).join(' ')})`;
}

function typeText(type: TypeNode): string {
  switch (type.kind) {
    case 'NamedType':
      return type.parts.map(({ name, typeArguments }) => (typeArguments.length === 0 ? name : `${name}<${typeArguments.map(typeText).join(',')}>`)).join('.');
    case 'ArrayType':
      return `${typeText(type.element)}[${','.repeat(type.rank - 1)}]`;
    case 'NullableType':
      return `${typeText(type.element)}?`;
    case 'OmittedTypeArgument':
      return '';
    default:
      return text(type);
  }
}
