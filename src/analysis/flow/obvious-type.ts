/** Types that an expression shows on its face. */
import type { Expression } from '../../syntax/csharp/ast.js';
import { withoutParentheses } from '../unwrap.js';
import { typeText } from './type-text.js';

const LITERALS: ReadonlyMap<string, string> = new Map([
  ['bool', 'bool'], ['char', 'char'], ['string', 'string'], ['int', 'int'], ['uint', 'uint'], ['long', 'long'], ['ulong', 'ulong'], ['float', 'float'], ['double', 'double'], ['decimal', 'decimal'],
]);

const TRUTHS: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=', '&&', '||']);

/** Methods that give the same type on whatever they are called. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['ToString', 'string'], ['Trim', 'string'], ['ToLower', 'string'], ['ToUpper', 'string'], ['ToLowerInvariant', 'string'], ['ToUpperInvariant', 'string'], ['Substring', 'string'],
  ['ContainsKey', 'bool'], ['StartsWith', 'bool'], ['EndsWith', 'bool'], ['Contains', 'bool'], ['Any', 'bool'], ['All', 'bool'], ['IsNullOrEmpty', 'bool'], ['IsNullOrWhiteSpace', 'bool'],
  ['NewGuid', 'Guid'], ['SerializeObject', 'string'], ['ToInt32', 'int'], ['ToInt64', 'long'], ['ToBase64String', 'string'], ['FromBase64String', 'byte[]'], ['AsJwt', 'Jwt'],
]);

const MEMBERS: ReadonlyMap<string, string> = new Map([
  ['DateTime.UtcNow', 'DateTime'], ['DateTime.Now', 'DateTime'], ['string.Empty', 'string'], ['String.Empty', 'string'], ['context.RequestId', 'Guid'], ['context.Timestamp', 'DateTime'],
  ['context.Elapsed', 'TimeSpan'], ['context.Request.IpAddress', 'string'], ['context.Request.Method', 'string'], ['context.Response.StatusCode', 'int'], ['context.Subscription.Id', 'string'],
  ['context.Product.Id', 'string'], ['context.User.Id', 'string'], ['context.Api.Id', 'string'], ['context.Operation.Id', 'string'],
]);

/** @returns a name as `typeText` gives it; undefined when the types of members would have to be known */
export function obviousType(expression: Expression): string | undefined {
  const inner = withoutParentheses(expression);
  switch (inner.kind) {
    case 'LiteralExpression':
      return LITERALS.get(inner.type);
    case 'InterpolatedStringExpression':
      return 'string';
    case 'CastExpression':
      return typeText(inner.type);
    case 'TypeTestExpression':
      return inner.operator === 'is' ? 'bool' : typeText(inner.type);
    case 'ObjectCreationExpression':
      return typeText(inner.type);
    case 'PrefixUnaryExpression':
      return inner.operator === '!' ? 'bool' : obviousType(inner.operand);
    case 'BinaryExpression':
      return binaryType(inner.operator, inner.left, inner.right);
    case 'ConditionalExpression': {
      const type = obviousType(inner.whenTrue);
      return type !== undefined && type === obviousType(inner.whenFalse) ? type : undefined;
    }
    case 'MemberAccessExpression':
      return MEMBERS.get(memberText(inner));
    case 'ElementAccessExpression':
      return JSON_TYPES.has(obviousType(inner.expression) ?? '') ? 'JToken' : undefined;
    case 'InvocationExpression': {
      const method = inner.expression;
      if (method.kind !== 'MemberAccessExpression') return undefined;
      if (method.name.name === 'Parse') return PARSING.get(memberText(method.expression));
      const [type] = method.name.kind === 'GenericName' ? method.name.typeArguments : [];
      if ((method.name.name === 'As' || method.name.name === 'GetValueOrDefault') && type !== undefined) return typeText(type);
      if (method.name.name === 'GetValueOrDefault') return TEXTS.has(memberText(method.expression)) ? 'string' : undefined;
      return METHODS.get(method.name.name);
    }
    default:
      return undefined;
  }
}

/** What stands in brackets behind them is a JToken. */
const JSON_TYPES: ReadonlySet<string> = new Set(['JObject', 'JArray', 'JToken']);

const TEXTS: ReadonlySet<string> = new Set(['context.Request.Headers', 'context.Response.Headers', 'context.Request.Url.Query', 'context.Request.OriginalUrl.Query', 'context.Request.MatchedParameters']);

const PARSING: ReadonlyMap<string, string> = new Map([
  ['int', 'int'], ['Int32', 'int'], ['long', 'long'], ['Int64', 'long'], ['double', 'double'], ['decimal', 'decimal'], ['bool', 'bool'], ['Guid', 'Guid'], ['DateTime', 'DateTime'], ['JObject', 'JObject'], ['JArray', 'JArray'],
]);

/** Of two numbers only the same types are sure; with a string `+` makes a string. */
function binaryType(operator: string, left: Expression, right: Expression): string | undefined {
  if (TRUTHS.has(operator)) return 'bool';
  const types = [obviousType(left), obviousType(right)];
  if (operator === '+' && types.includes('string')) return 'string';
  const [one, other] = types;
  return one === other && one !== undefined && WIDE.has(one) ? one : undefined;
}

/** Types whose sums are of the same type, as are `??` of strings. */
const WIDE: ReadonlySet<string> = new Set(['int', 'long', 'double', 'decimal', 'string']);

/** @param steps how far to follow: long chains must not exhaust the stack */
function memberText(expression: Expression, steps = 4): string {
  const inner = withoutParentheses(expression);
  if (inner.kind === 'IdentifierName') return inner.name;
  if (inner.kind === 'PredefinedTypeExpression') return inner.keyword;
  return inner.kind === 'MemberAccessExpression' && steps > 0 ? `${memberText(inner.expression, steps - 1)}.${inner.name.name}` : '?';
}
