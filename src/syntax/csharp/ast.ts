/**
 * The C# tree of one policy expression. Kinds carry Roslyn's names (SyntaxKind), so that anyone who knows Roslyn can read
 * it. Spans are offsets into the code between `@(` and `)` or `@{` and `}`.
 */
import type { Span } from '../text/position.js';

interface Node {
  readonly span: Span;
}

/** `@(…)`: `expression`; `@{…}`: `block`. Source: reference/expressions.md §1. */
export type ExpressionForm = 'expression' | 'block';

// ── Types ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type TypeNode = PredefinedType | NamedType | ArrayType | NullableType | TupleType | OmittedTypeArgument;

/** `int`, `string`, `object`, `void`, … */
export interface PredefinedType extends Node { readonly kind: 'PredefinedType'; readonly keyword: string }
/** `JObject`, `System.Net.WebUtility`, `Dictionary<string, int>`, `var`, `dynamic`; one part per dot. */
export interface NamedType extends Node { readonly kind: 'NamedType'; readonly parts: readonly TypeNamePart[] }
export interface TypeNamePart extends Node { readonly name: string; readonly typeArguments: readonly TypeNode[] }
/** `T[]` (rank 1), `T[,]` (rank 2). */
export interface ArrayType extends Node { readonly kind: 'ArrayType'; readonly element: TypeNode; readonly rank: number }
export interface NullableType extends Node { readonly kind: 'NullableType'; readonly element: TypeNode }
export interface TupleType extends Node { readonly kind: 'TupleType'; readonly elements: readonly TupleTypeElement[] }
export interface TupleTypeElement extends Node { readonly type: TypeNode; readonly name?: Identifier }
/** The empty place in `typeof(List<>)`. */
export interface OmittedTypeArgument extends Node { readonly kind: 'OmittedTypeArgument' }

// ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type Expression =
  | LiteralExpression | InterpolatedStringExpression | IdentifierName | GenericName | PredefinedTypeExpression
  | ThisExpression | BaseExpression | ParenthesizedExpression | TupleExpression
  | MemberAccessExpression | ElementAccessExpression | InvocationExpression | ConditionalAccessExpression
  | MemberBindingExpression | ElementBindingExpression | AliasQualifiedName
  | ObjectCreationExpression | AnonymousObjectCreationExpression | ArrayCreationExpression | ImplicitArrayCreationExpression
  | InitializerExpression | TypeOfExpression | DefaultExpression | SizeOfExpression | CheckedExpression | NameOfExpression
  | PrefixUnaryExpression | PostfixUnaryExpression | CastExpression | AwaitExpression | BinaryExpression | IsPatternExpression
  | TypeTestExpression | ConditionalExpression | AssignmentExpression | LambdaExpression | AnonymousMethodExpression
  | QueryExpression | ThrowExpression | RefExpression | DeclarationExpression | NamedValueReference | MissingExpression;

export interface Identifier extends Node { readonly name: string }

/** `value` is the constant a literal stands for; integers as bigint, reals as number. */
export interface LiteralExpression extends Node {
  readonly kind: 'LiteralExpression';
  readonly type: 'null' | 'bool' | 'char' | 'string' | 'int' | 'uint' | 'long' | 'ulong' | 'float' | 'double' | 'decimal' | 'default';
  readonly value: null | boolean | string | number | bigint;
  /** As written, quotes and suffix included. */
  readonly raw: string;
}
export interface InterpolatedStringExpression extends Node {
  readonly kind: 'InterpolatedStringExpression';
  readonly verbatim: boolean;
  readonly parts: readonly (InterpolatedText | Interpolation)[];
}
/** `text` has escapes and doubled braces resolved. */
export interface InterpolatedText extends Node { readonly kind: 'InterpolatedText'; readonly text: string; readonly raw: string }
export interface Interpolation extends Node {
  readonly kind: 'Interpolation';
  readonly expression: Expression;
  readonly alignment?: Expression;
  readonly format?: string;
}
export interface IdentifierName extends Node { readonly kind: 'IdentifierName'; readonly name: string }
export interface GenericName extends Node { readonly kind: 'GenericName'; readonly name: string; readonly typeArguments: readonly TypeNode[] }
/** `string` in `string.Empty`. */
export interface PredefinedTypeExpression extends Node { readonly kind: 'PredefinedTypeExpression'; readonly keyword: string }
/** `global::System`. */
export interface AliasQualifiedName extends Node { readonly kind: 'AliasQualifiedName'; readonly alias: string; readonly name: SimpleName }
export interface ThisExpression extends Node { readonly kind: 'ThisExpression' }
export interface BaseExpression extends Node { readonly kind: 'BaseExpression' }
export interface ParenthesizedExpression extends Node { readonly kind: 'ParenthesizedExpression'; readonly expression: Expression }
export interface TupleExpression extends Node { readonly kind: 'TupleExpression'; readonly elements: readonly Argument[] }

export type SimpleName = IdentifierName | GenericName;
export interface MemberAccessExpression extends Node { readonly kind: 'MemberAccessExpression'; readonly expression: Expression; readonly name: SimpleName }
export interface ElementAccessExpression extends Node { readonly kind: 'ElementAccessExpression'; readonly expression: Expression; readonly arguments: readonly Argument[] }
export interface InvocationExpression extends Node { readonly kind: 'InvocationExpression'; readonly expression: Expression; readonly arguments: readonly Argument[] }
/** `a?.b.c[0]`: `expression` is `a`, `whenNotNull` is the rest, which starts with a binding. */
export interface ConditionalAccessExpression extends Node { readonly kind: 'ConditionalAccessExpression'; readonly expression: Expression; readonly whenNotNull: Expression }
/** `.b` right behind `?`. */
export interface MemberBindingExpression extends Node { readonly kind: 'MemberBindingExpression'; readonly name: SimpleName }
/** `[0]` right behind `?`. */
export interface ElementBindingExpression extends Node { readonly kind: 'ElementBindingExpression'; readonly arguments: readonly Argument[] }
/** `name: ref value`. */
export interface Argument extends Node { readonly name?: Identifier; readonly modifier?: 'ref' | 'out' | 'in'; readonly expression: Expression }

export interface ObjectCreationExpression extends Node {
  readonly kind: 'ObjectCreationExpression';
  readonly type: TypeNode;
  /** Absent in `new T { … }`. */
  readonly arguments?: readonly Argument[];
  readonly initializer?: InitializerExpression;
}
export interface AnonymousObjectCreationExpression extends Node { readonly kind: 'AnonymousObjectCreationExpression'; readonly members: readonly AnonymousObjectMember[] }
/** `name` is absent in `new { a.Length }`. */
export interface AnonymousObjectMember extends Node { readonly name?: Identifier; readonly expression: Expression }
/** `new T[2, 3] { … }`; `sizes` is empty in `new T[] { … }`. */
export interface ArrayCreationExpression extends Node {
  readonly kind: 'ArrayCreationExpression';
  readonly type: ArrayType;
  readonly sizes: readonly Expression[];
  readonly initializer?: InitializerExpression;
}
export interface ImplicitArrayCreationExpression extends Node { readonly kind: 'ImplicitArrayCreationExpression'; readonly rank: number; readonly initializer: InitializerExpression }
/** `{ A = 1 }` (object), `{ ["a"] = 1 }` (object), `{ 1, 2 }` and `{ { k, v } }` (collection), array initializers. */
export interface InitializerExpression extends Node {
  readonly kind: 'InitializerExpression';
  readonly form: 'object' | 'collection' | 'array' | 'complex-element';
  /** Object members are AssignmentExpressions whose target is an IdentifierName or an ElementBindingExpression. */
  readonly expressions: readonly Expression[];
}
export interface TypeOfExpression extends Node { readonly kind: 'TypeOfExpression'; readonly type: TypeNode }
/** `default(T)`; bare `default` is a literal. */
export interface DefaultExpression extends Node { readonly kind: 'DefaultExpression'; readonly type: TypeNode }
export interface SizeOfExpression extends Node { readonly kind: 'SizeOfExpression'; readonly type: TypeNode }
export interface CheckedExpression extends Node { readonly kind: 'CheckedExpression'; readonly keyword: 'checked' | 'unchecked'; readonly expression: Expression }
export interface NameOfExpression extends Node { readonly kind: 'NameOfExpression'; readonly expression: Expression }

export interface PrefixUnaryExpression extends Node { readonly kind: 'PrefixUnaryExpression'; readonly operator: '+' | '-' | '!' | '~' | '++' | '--'; readonly operand: Expression }
export interface PostfixUnaryExpression extends Node { readonly kind: 'PostfixUnaryExpression'; readonly operator: '++' | '--'; readonly operand: Expression }
export interface CastExpression extends Node { readonly kind: 'CastExpression'; readonly type: TypeNode; readonly expression: Expression }
export interface AwaitExpression extends Node { readonly kind: 'AwaitExpression'; readonly expression: Expression }
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '<<' | '>>' | '<' | '>' | '<=' | '>=' | '==' | '!=' | '&' | '^' | '|' | '&&' | '||' | '??';
export interface BinaryExpression extends Node { readonly kind: 'BinaryExpression'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
/** `x is T` without a name, `x as T`. */
export interface TypeTestExpression extends Node { readonly kind: 'TypeTestExpression'; readonly operator: 'is' | 'as'; readonly expression: Expression; readonly type: TypeNode }
/** `x is T name`, `x is 5`, `x is null`, `x is var y`. */
export interface IsPatternExpression extends Node { readonly kind: 'IsPatternExpression'; readonly expression: Expression; readonly pattern: Pattern }
export interface ConditionalExpression extends Node { readonly kind: 'ConditionalExpression'; readonly condition: Expression; readonly whenTrue: Expression; readonly whenFalse: Expression }
export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=';
export interface AssignmentExpression extends Node { readonly kind: 'AssignmentExpression'; readonly operator: AssignmentOperator; readonly left: Expression; readonly right: Expression }
export interface LambdaExpression extends Node {
  readonly kind: 'LambdaExpression';
  readonly async: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Expression | Block;
}
/** `delegate (int x) { … }`; `parameters` is absent in `delegate { … }`. */
export interface AnonymousMethodExpression extends Node { readonly kind: 'AnonymousMethodExpression'; readonly async: boolean; readonly parameters?: readonly Parameter[]; readonly body: Block }
/** `type` is absent for an implicitly typed lambda parameter. */
export interface Parameter extends Node { readonly modifier?: 'ref' | 'out' | 'in' | 'params'; readonly type?: TypeNode; readonly name: Identifier; readonly defaultValue?: Expression }
export interface ThrowExpression extends Node { readonly kind: 'ThrowExpression'; readonly expression: Expression }
export interface RefExpression extends Node { readonly kind: 'RefExpression'; readonly expression: Expression }
/** `out var x`, `out int x`, `var (a, b)`. */
export interface DeclarationExpression extends Node { readonly kind: 'DeclarationExpression'; readonly type: TypeNode; readonly designation: Designation }
export type Designation = SingleDesignation | DiscardDesignation | ParenthesizedDesignation;
export interface SingleDesignation extends Node { readonly kind: 'SingleDesignation'; readonly name: string }
export interface DiscardDesignation extends Node { readonly kind: 'DiscardDesignation' }
export interface ParenthesizedDesignation extends Node { readonly kind: 'ParenthesizedDesignation'; readonly variables: readonly Designation[] }
/** `{{name}}` standing where an expression is expected: text that APIM replaces before C# sees it. */
export interface NamedValueReference extends Node { readonly kind: 'NamedValueReference'; readonly name: string }
/** What error recovery puts where an expression is missing; there is a problem for it. */
export interface MissingExpression extends Node { readonly kind: 'MissingExpression' }

export type Pattern = DeclarationPattern | ConstantPattern | VarPattern;
export interface DeclarationPattern extends Node { readonly kind: 'DeclarationPattern'; readonly type: TypeNode; readonly designation: SingleDesignation | DiscardDesignation }
export interface ConstantPattern extends Node { readonly kind: 'ConstantPattern'; readonly expression: Expression }
export interface VarPattern extends Node { readonly kind: 'VarPattern'; readonly designation: Designation }

/** `from x in xs where … select …`. */
export interface QueryExpression extends Node { readonly kind: 'QueryExpression'; readonly clauses: readonly QueryClause[] }
export type QueryClause = FromClause | LetClause | WhereClause | JoinClause | OrderByClause | SelectClause | GroupClause | IntoClause;
export interface FromClause extends Node { readonly kind: 'FromClause'; readonly type?: TypeNode; readonly name: Identifier; readonly expression: Expression }
export interface LetClause extends Node { readonly kind: 'LetClause'; readonly name: Identifier; readonly expression: Expression }
export interface WhereClause extends Node { readonly kind: 'WhereClause'; readonly condition: Expression }
export interface JoinClause extends Node {
  readonly kind: 'JoinClause';
  readonly type?: TypeNode;
  readonly name: Identifier;
  readonly expression: Expression;
  readonly left: Expression;
  readonly right: Expression;
  readonly into?: Identifier;
}
export interface OrderByClause extends Node { readonly kind: 'OrderByClause'; readonly orderings: readonly Ordering[] }
export interface Ordering extends Node { readonly expression: Expression; readonly descending: boolean }
export interface SelectClause extends Node { readonly kind: 'SelectClause'; readonly expression: Expression }
export interface GroupClause extends Node { readonly kind: 'GroupClause'; readonly element: Expression; readonly by: Expression }
export interface IntoClause extends Node { readonly kind: 'IntoClause'; readonly name: Identifier }

// ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────────

export type Statement =
  | Block | EmptyStatement | ExpressionStatement | LocalDeclarationStatement | LocalFunctionStatement
  | IfStatement | WhileStatement | DoStatement | ForStatement | ForEachStatement | SwitchStatement
  | ReturnStatement | BreakStatement | ContinueStatement | ThrowStatement | TryStatement | UsingStatement | LockStatement
  | CheckedStatement | GotoStatement | LabeledStatement | YieldStatement;

export interface Block extends Node { readonly kind: 'Block'; readonly statements: readonly Statement[] }
export interface EmptyStatement extends Node { readonly kind: 'EmptyStatement' }
export interface ExpressionStatement extends Node { readonly kind: 'ExpressionStatement'; readonly expression: Expression }
export interface LocalDeclarationStatement extends Node { readonly kind: 'LocalDeclarationStatement'; readonly constant: boolean; readonly declaration: VariableDeclaration }
export interface VariableDeclaration extends Node { readonly type: TypeNode; readonly variables: readonly VariableDeclarator[] }
export interface VariableDeclarator extends Node { readonly name: Identifier; readonly initializer?: Expression }
export interface LocalFunctionStatement extends Node {
  readonly kind: 'LocalFunctionStatement';
  readonly modifiers: readonly string[];
  readonly returnType: TypeNode;
  readonly name: Identifier;
  readonly typeParameters: readonly Identifier[];
  readonly parameters: readonly Parameter[];
  readonly body: Block | Expression;
}
export interface IfStatement extends Node { readonly kind: 'IfStatement'; readonly condition: Expression; readonly then: Statement; readonly else?: Statement }
export interface WhileStatement extends Node { readonly kind: 'WhileStatement'; readonly condition: Expression; readonly body: Statement }
export interface DoStatement extends Node { readonly kind: 'DoStatement'; readonly body: Statement; readonly condition: Expression }
export interface ForStatement extends Node {
  readonly kind: 'ForStatement';
  readonly declaration?: VariableDeclaration;
  readonly initializers: readonly Expression[];
  readonly condition?: Expression;
  readonly incrementors: readonly Expression[];
  readonly body: Statement;
}
/** `foreach (T x in xs)`, or with a deconstruction as `variable`. */
export interface ForEachStatement extends Node {
  readonly kind: 'ForEachStatement';
  readonly type: TypeNode;
  readonly variable: Designation;
  readonly expression: Expression;
  readonly body: Statement;
}
export interface SwitchStatement extends Node { readonly kind: 'SwitchStatement'; readonly expression: Expression; readonly sections: readonly SwitchSection[] }
export interface SwitchSection extends Node { readonly labels: readonly SwitchLabel[]; readonly statements: readonly Statement[] }
/** `pattern` is absent in `default:`. */
export interface SwitchLabel extends Node { readonly pattern?: Pattern; readonly when?: Expression }
export interface ReturnStatement extends Node { readonly kind: 'ReturnStatement'; readonly expression?: Expression }
export interface BreakStatement extends Node { readonly kind: 'BreakStatement' }
export interface ContinueStatement extends Node { readonly kind: 'ContinueStatement' }
export interface ThrowStatement extends Node { readonly kind: 'ThrowStatement'; readonly expression?: Expression }
export interface TryStatement extends Node { readonly kind: 'TryStatement'; readonly block: Block; readonly catches: readonly CatchClause[]; readonly finally?: Block }
export interface CatchClause extends Node { readonly type?: TypeNode; readonly name?: Identifier; readonly filter?: Expression; readonly block: Block }
export interface UsingStatement extends Node { readonly kind: 'UsingStatement'; readonly declaration?: VariableDeclaration; readonly expression?: Expression; readonly body: Statement }
export interface LockStatement extends Node { readonly kind: 'LockStatement'; readonly expression: Expression; readonly body: Statement }
export interface CheckedStatement extends Node { readonly kind: 'CheckedStatement'; readonly keyword: 'checked' | 'unchecked'; readonly block: Block }
export interface GotoStatement extends Node { readonly kind: 'GotoStatement'; readonly target: 'label' | 'case' | 'default'; readonly label?: string; readonly expression?: Expression }
export interface LabeledStatement extends Node { readonly kind: 'LabeledStatement'; readonly label: Identifier; readonly statement: Statement }
export interface YieldStatement extends Node { readonly kind: 'YieldStatement'; readonly expression?: Expression }

/** One expression for `@(…)`, a block for `@{…}`. */
export type Code =
  | { readonly form: 'expression'; readonly expression: Expression }
  | { readonly form: 'block'; readonly block: Block };

/** A policy expression as the parser gives it. */
export type ParsedCode = Code & { readonly traits: CodeTraits };

/** What stands anywhere in the code, noted by the parser, so that code without it need not be searched for it. */
export interface CodeTraits {
  /** `out var x`, `is T x`. */
  readonly hasDesignations: boolean;
  readonly hasStatements: boolean;
  /** Labels, jumps and local functions, which are not followed as they run. */
  readonly hasUnfollowed: boolean;
}
