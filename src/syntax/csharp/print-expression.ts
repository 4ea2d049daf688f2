/** Expressions → C#, on one line but for the blocks in them. */
import type {
  Argument, Block, Expression, InitializerExpression, Interpolation, InterpolatedText, InterpolatedStringExpression, Parameter, Pattern,
} from './ast.js';
import { printQuery } from './print-query.js';
import { printArrayType, printDesignation, printIdentifier, printName, printOperandName, printType, printTypeArguments } from './print-type.js';

/** How blocks within expressions are written; given by the printer of statements. */
export interface BlockPrinter {
  block(block: Block): string;
  /** The printer for places that must stay on one line. */
  readonly inline: BlockPrinter;
}

export function printExpression(expression: Expression, blocks: BlockPrinter): string {
  const print = (inner: Expression): string => printExpression(inner, blocks);
  switch (expression.kind) {
    case 'LiteralExpression':
      return expression.raw;
    case 'InterpolatedStringExpression':
      return printInterpolated(expression, blocks.inline);
    case 'IdentifierName':
      return printOperandName(expression.name);
    case 'GenericName':
      return `${printName(expression.name)}${printTypeArguments(expression.typeArguments)}`;
    case 'PredefinedTypeExpression':
      return expression.keyword;
    case 'AliasQualifiedName':
      return `${expression.alias}::${print(expression.name)}`;
    case 'ThisExpression':
      return 'this';
    case 'BaseExpression':
      return 'base';
    case 'ParenthesizedExpression':
      return `(${print(expression.expression)})`;
    case 'TupleExpression':
      return `(${printArguments(expression.elements, blocks)})`;
    case 'MemberAccessExpression':
      return `${print(expression.expression)}.${printMemberName(expression.name, blocks)}`;
    case 'ElementAccessExpression':
      return `${print(expression.expression)}[${printArguments(expression.arguments, blocks)}]`;
    case 'InvocationExpression':
      return `${print(expression.expression)}(${printArguments(expression.arguments, blocks)})`;
    case 'ConditionalAccessExpression':
      return `${print(expression.expression)}?${print(expression.whenNotNull)}`;
    case 'MemberBindingExpression':
      return `.${printMemberName(expression.name, blocks)}`;
    case 'ElementBindingExpression':
      return `[${printArguments(expression.arguments, blocks)}]`;
    case 'ObjectCreationExpression': {
      const list = expression.arguments === undefined ? '' : `(${printArguments(expression.arguments, blocks)})`;
      return `new ${printType(expression.type)}${list}${printOptionalInitializer(expression.initializer, blocks)}`;
    }
    case 'AnonymousObjectCreationExpression':
      return `new ${printBraced(expression.members.map(({ name, expression: value }) => `${name === undefined ? '' : `${printIdentifier(name)} = `}${print(value)}`))}`;
    case 'ArrayCreationExpression':
      return `new ${printArrayType(expression.type, expression.sizes.map(print).join(', '))}${printOptionalInitializer(expression.initializer, blocks)}`;
    case 'ImplicitArrayCreationExpression':
      return `new[${','.repeat(expression.rank - 1)}] ${printInitializer(expression.initializer, blocks)}`;
    case 'InitializerExpression':
      return printInitializer(expression, blocks);
    case 'TypeOfExpression':
      return `typeof(${printType(expression.type)})`;
    case 'DefaultExpression':
      return `default(${printType(expression.type)})`;
    case 'SizeOfExpression':
      return `sizeof(${printType(expression.type)})`;
    case 'CheckedExpression':
      return `${expression.keyword}(${print(expression.expression)})`;
    case 'NameOfExpression':
      return `nameof(${print(expression.expression)})`;
    case 'PrefixUnaryExpression':
      return `${expression.operator}${separated(expression.operator, print(expression.operand))}`;
    case 'PostfixUnaryExpression':
      return `${print(expression.operand)}${expression.operator}`;
    case 'CastExpression':
      return `(${printType(expression.type)})${print(expression.expression)}`;
    case 'AwaitExpression':
      return `await ${print(expression.expression)}`;
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return `${print(expression.left)} ${expression.operator} ${print(expression.right)}`;
    case 'TypeTestExpression':
      return `${print(expression.expression)} ${expression.operator} ${printType(expression.type)}`;
    case 'IsPatternExpression':
      return `${print(expression.expression)} is ${printPattern(expression.pattern, blocks)}`;
    case 'ConditionalExpression':
      return `${print(expression.condition)} ? ${print(expression.whenTrue)} : ${print(expression.whenFalse)}`;
    case 'LambdaExpression': {
      const body = expression.body.kind === 'Block' ? blocks.block(expression.body) : print(expression.body);
      return `${expression.async ? 'async ' : ''}${printLambdaParameters(expression.parameters, blocks)} => ${body}`;
    }
    case 'AnonymousMethodExpression': {
      const parameters = expression.parameters === undefined ? '' : ` (${printParameters(expression.parameters, blocks)})`;
      return `${expression.async ? 'async ' : ''}delegate${parameters} ${blocks.block(expression.body)}`;
    }
    case 'QueryExpression':
      return printQuery(expression, print);
    case 'ThrowExpression':
      return `throw ${print(expression.expression)}`;
    case 'RefExpression':
      return `ref ${print(expression.expression)}`;
    case 'DeclarationExpression':
      return `${printType(expression.type)} ${printDesignation(expression.designation)}`;
    case 'NamedValueReference':
      return `{{${expression.name}}}`;
    case 'MissingExpression':
      return '';
  }
}

/** Behind a point no name is mistaken for anything else. */
function printMemberName(name: Extract<Expression, { kind: 'IdentifierName' | 'GenericName' }>, blocks: BlockPrinter): string {
  return name.kind === 'IdentifierName' ? printName(name.name) : printExpression(name, blocks);
}

/** Keeps `- -x` from becoming `--x`. */
function separated(operator: string, operand: string): string {
  return operand.startsWith(operator.charAt(0)) && '+-'.includes(operator.charAt(0)) ? ` ${operand}` : operand;
}

function printInterpolated({ verbatim, parts }: InterpolatedStringExpression, blocks: BlockPrinter): string {
  return `${verbatim ? '$@' : '$'}"${parts.map((part) => printInterpolationPart(part, blocks)).join('')}"`;
}

function printInterpolationPart(part: InterpolatedText | Interpolation, blocks: BlockPrinter): string {
  if (part.kind === 'InterpolatedText') return part.raw;
  const alignment = part.alignment === undefined ? '' : `,${printExpression(part.alignment, blocks)}`;
  return `{${printExpression(part.expression, blocks)}${alignment}${part.format === undefined ? '' : `:${part.format}`}}`;
}

function printArguments(list: readonly Argument[], blocks: BlockPrinter): string {
  return list.map(({ name, modifier, expression }) =>
    `${name === undefined ? '' : `${printIdentifier(name)}: `}${modifier === undefined ? '' : `${modifier} `}${printExpression(expression, blocks)}`).join(', ');
}

function printBraced(elements: readonly string[]): string {
  return elements.length === 0 ? '{ }' : `{ ${elements.join(', ')} }`;
}

export function printInitializer({ expressions }: InitializerExpression, blocks: BlockPrinter): string {
  return printBraced(expressions.map((element) => printExpression(element, blocks)));
}

function printOptionalInitializer(initializer: InitializerExpression | undefined, blocks: BlockPrinter): string {
  return initializer === undefined ? '' : ` ${printInitializer(initializer, blocks)}`;
}

function printLambdaParameters(parameters: readonly Parameter[], blocks: BlockPrinter): string {
  const [only] = parameters;
  if (parameters.length === 1 && only !== undefined && only.type === undefined && only.modifier === undefined) return printIdentifier(only.name);
  return `(${printParameters(parameters, blocks)})`;
}

export function printParameters(parameters: readonly Parameter[], blocks: BlockPrinter): string {
  return parameters.map(({ modifier, type, name, defaultValue }) =>
    [modifier, type && printType(type), printIdentifier(name), defaultValue && `= ${printExpression(defaultValue, blocks)}`]
      .filter((part) => part !== undefined).join(' ')).join(', ');
}

export function printPattern(pattern: Pattern, blocks: BlockPrinter): string {
  switch (pattern.kind) {
    case 'DeclarationPattern':
      return `${printType(pattern.type)} ${printDesignation(pattern.designation)}`;
    case 'VarPattern':
      return `var ${printDesignation(pattern.designation)}`;
    case 'ConstantPattern':
      return printExpression(pattern.expression, blocks);
  }
}
