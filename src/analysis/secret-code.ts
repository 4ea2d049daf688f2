/** Secrets in the strings of a C# expression. */
import { parsedExpression } from '../model/parsed-expression.js';
import type { ExpressionValue } from '../model/value.js';
import type { Expression, Statement } from '../syntax/csharp/ast.js';
import type { Span } from '../syntax/text/position.js';
import { isSecretName } from './credential-names.js';
import { looksLikePassword, looksRandom } from './secret-shapes.js';
import { type FoundSecret, isNameAndPassword, secretsInText } from './secret-text.js';
import { descendants } from './syntax-search.js';
import { withoutParentheses } from './unwrap.js';

/** One for each string that holds a secret, at the string; spans are of the value's text. */
export function secretsInCode(value: ExpressionValue): FoundSecret[] {
  const found = new Map<number, FoundSecret>();
  for (const node of descendants(parsedExpression(value).code)) {
    for (const { kind, text, span } of [...secretsOfContext(node), ...secretsOfForm(node)]) {
      const { start, end } = span;
      if (!found.has(start)) found.set(start, { kind, text, span: { start: value.codeStart + start, end: value.codeStart + end } });
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** What the strings show by themselves. */
function secretsOfForm(node: Expression | Statement): FoundSecret[] {
  const ofText = (text: string): FoundSecret[] => secretsInText(text).map((secret) => ({ ...secret, span: node.span }));
  if (node.kind === 'LiteralExpression') return typeof node.value === 'string' ? ofText(node.value) : [];
  return node.kind === 'InterpolatedStringExpression' ? node.parts.flatMap((part) => (part.kind === 'Interpolation' ? [] : ofText(part.text))) : [];
}

/** What the code around a string makes a secret of it. */
function secretsOfContext(node: Expression | Statement): FoundSecret[] {
  switch (node.kind) {
    case 'LocalDeclarationStatement':
      return node.declaration.variables.flatMap(({ name, initializer }) => (initializer === undefined ? [] : secretNamed(name.name, initializer)));
    case 'AssignmentExpression':
      return secretNamed(targetName(node.left), node.right);
    case 'BinaryExpression':
      return node.operator === '==' || node.operator === '!=' ? [...comparedSecret(node.left, node.right), ...comparedSecret(node.right, node.left)] : [];
    case 'ObjectCreationExpression': {
      const creates = node.type.kind === 'NamedType' ? node.type.parts.at(-1)?.name : undefined;
      if (creates?.startsWith('HMAC') === true) return (node.arguments ?? []).flatMap(({ expression }) => signingKeys(expression));
      return secretOfPair(node.arguments?.map(({ expression }) => expression) ?? []);
    }
    case 'InvocationExpression': {
      const { expression: method } = node;
      if (method.kind === 'MemberAccessExpression' && method.name.name === 'ToBase64String') return node.arguments.flatMap(({ expression }) => basicCredentials(expression));
      return secretOfPair(node.arguments.map(({ expression }) => expression));
    }
    default:
      return [];
  }
}

/** `new JProperty("client_secret", "…")`, `headers.Add("api-key", "…")`. */
function secretOfPair([name, value]: readonly Expression[]): FoundSecret[] {
  const text = name === undefined ? undefined : stringOf(name)?.text;
  return text === undefined || value === undefined ? [] : secretNamed(text, value);
}

function secretNamed(name: string | undefined, value: Expression): FoundSecret[] {
  const literal = stringOf(value);
  return name === undefined || literal === undefined || !isSecretName(name) || !looksRandom(literal.text) ? [] : [{ kind: `the value of ${name}`, ...literal }];
}

/** `context.Request.Headers.GetValueOrDefault("api-key", "") == "…"`. */
function comparedSecret(literal: Expression, other: Expression): FoundSecret[] {
  const text = stringOf(literal)?.text;
  if (text === undefined || !looksRandom(text)) return [];
  const name = [...descendants(other)].flatMap((node) => (node.kind === 'LiteralExpression' && typeof node.value === 'string' ? [node.value] : [])).find(isSecretName);
  return secretNamed(name, literal);
}

/** `new HMACSHA256(Encoding.UTF8.GetBytes("…"))`. */
function signingKeys(argument: Expression): FoundSecret[] {
  const literal = encodedString(argument);
  return literal === undefined || !looksLikePassword(literal.text) ? [] : [{ kind: 'the key of a signature', ...literal }];
}

/** `Convert.ToBase64String(Encoding.UTF8.GetBytes("user:pa55word"))`. */
function basicCredentials(argument: Expression): FoundSecret[] {
  const literal = encodedString(argument);
  return literal === undefined || !isNameAndPassword(literal.text) ? [] : [{ kind: 'a user name and password', ...literal }];
}

interface CodeString {
  readonly text: string;
  readonly span: Span;
}

/** The string that `Encoding.UTF8.GetBytes("…")` or `Convert.FromBase64String("…")` makes bytes of. */
function encodedString(expression: Expression): CodeString | undefined {
  const inner = withoutParentheses(expression);
  if (inner.kind !== 'InvocationExpression' || inner.expression.kind !== 'MemberAccessExpression') return undefined;
  const [argument] = inner.arguments;
  return argument !== undefined && BYTES_OF.has(inner.expression.name.name) ? stringOf(argument.expression) : undefined;
}

const BYTES_OF: ReadonlySet<string> = new Set(['GetBytes', 'FromBase64String']);

function stringOf(expression: Expression): CodeString | undefined {
  const inner = withoutParentheses(expression);
  return inner.kind === 'LiteralExpression' && inner.type === 'string' && typeof inner.value === 'string' ? { text: inner.value, span: inner.span } : undefined;
}

/** `secret = …`, `x.Secret = …`, `x["secret"] = …`. */
function targetName(target: Expression): string | undefined {
  switch (target.kind) {
    case 'IdentifierName':
      return target.name;
    case 'MemberAccessExpression':
      return target.name.name;
    case 'ElementAccessExpression':
    case 'ElementBindingExpression': {
      const index = target.arguments[0]?.expression;
      return index === undefined ? undefined : stringOf(index)?.text;
    }
    default:
      return undefined;
  }
}
