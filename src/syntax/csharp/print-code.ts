/** Tree → C#. */
import type {
  Block, CatchClause, Code, Expression, ForStatement, LocalFunctionStatement, Statement, SwitchSection, TryStatement, UsingStatement, VariableDeclaration,
} from './ast.js';
import { type BlockPrinter, printExpression, printInitializer, printParameters, printPattern } from './print-expression.js';
import { printDesignation, printIdentifier, printName, printType } from './print-type.js';

const INDENT = '    ';

/**
 * The C# of a tree: an expression on one line, a block a statement a line, without the brackets around them. Comments are not in
 * the tree and get lost. Parsing the result gives an equal tree, spans aside, when the tree came from code without problems.
 */
export function printCode(parsed: Code): string {
  const printer = new StatementPrinter('\n');
  return parsed.form === 'expression' ? printExpression(parsed.expression, printer) : printer.statements(parsed.block.statements);
}

class StatementPrinter implements BlockPrinter {
  /** What separates statements: a line break with the indentation, or a space. */
  readonly #separator: string;

  constructor(separator: string) {
    this.#separator = separator;
  }

  get inline(): BlockPrinter {
    return new StatementPrinter(' ');
  }

  get #inner(): StatementPrinter {
    return this.#separator === ' ' ? this : new StatementPrinter(this.#separator + INDENT);
  }

  statements(statements: readonly Statement[]): string {
    return statements.map((statement) => this.statement(statement)).join(this.#separator);
  }

  block(block: Block): string {
    if (block.statements.length === 0) return '{ }';
    const inner = this.#inner;
    return `{${inner.#separator}${inner.statements(block.statements)}${this.#separator}}`;
  }

  statement(statement: Statement): string {
    switch (statement.kind) {
      case 'Block':
        return this.block(statement);
      case 'EmptyStatement':
        return ';';
      case 'ExpressionStatement':
        return `${this.#expression(statement.expression)};`;
      case 'LocalDeclarationStatement':
        return `${statement.constant ? 'const ' : ''}${this.#declaration(statement.declaration)};`;
      case 'LocalFunctionStatement':
        return this.#localFunction(statement);
      case 'IfStatement':
        return `if (${this.#expression(statement.condition)}) ${this.statement(statement.then)}${this.#else(statement.else)}`;
      case 'WhileStatement':
        return `while (${this.#expression(statement.condition)}) ${this.statement(statement.body)}`;
      case 'DoStatement':
        return `do ${this.statement(statement.body)} while (${this.#expression(statement.condition)});`;
      case 'ForStatement':
        return this.#for(statement);
      case 'ForEachStatement':
        return `foreach (${printType(statement.type)} ${printDesignation(statement.variable)} in ${this.#expression(statement.expression)}) ${this.statement(statement.body)}`;
      case 'SwitchStatement':
        return this.#switch(statement.expression, statement.sections);
      case 'ReturnStatement':
        return `return${this.#optional(statement.expression)};`;
      case 'BreakStatement':
        return 'break;';
      case 'ContinueStatement':
        return 'continue;';
      case 'ThrowStatement':
        return `throw${this.#optional(statement.expression)};`;
      case 'TryStatement':
        return this.#try(statement);
      case 'UsingStatement':
        return `using (${this.#resource(statement)}) ${this.statement(statement.body)}`;
      case 'LockStatement':
        return `lock (${this.#expression(statement.expression)}) ${this.statement(statement.body)}`;
      case 'CheckedStatement':
        return `${statement.keyword} ${this.block(statement.block)}`;
      case 'GotoStatement':
        return `goto ${statement.target === 'label' ? printName(statement.label ?? '') : `${statement.target}${this.#optional(statement.expression)}`};`;
      case 'LabeledStatement':
        return `${printIdentifier(statement.label)}: ${this.statement(statement.statement)}`;
      case 'YieldStatement':
        return statement.expression === undefined ? 'yield break;' : `yield return${this.#optional(statement.expression)};`;
    }
  }

  #expression(expression: Expression): string {
    return printExpression(expression, this);
  }

  #optional(expression: Expression | undefined): string {
    return expression === undefined ? '' : ` ${this.#expression(expression)}`;
  }

  #declaration({ type, variables }: VariableDeclaration): string {
    const printed = variables.map(({ name, initializer }) => `${printIdentifier(name)}${initializer === undefined ? '' : ` = ${this.#initial(initializer)}`}`);
    return `${printType(type)} ${printed.join(', ')}`;
  }

  #initial(initializer: Expression): string {
    return initializer.kind === 'InitializerExpression' ? printInitializer(initializer, this) : this.#expression(initializer);
  }

  #else(statement: Statement | undefined): string {
    return statement === undefined ? '' : `${this.#separator}else ${this.statement(statement)}`;
  }

  #for({ declaration, initializers, condition, incrementors, body }: ForStatement): string {
    const start = declaration === undefined ? this.#list(initializers) : this.#declaration(declaration);
    return `for (${start};${this.#optional(condition)}; ${this.#list(incrementors)}) ${this.statement(body)}`;
  }

  #list(expressions: readonly Expression[]): string {
    return expressions.map((expression) => this.#expression(expression)).join(', ');
  }

  #switch(expression: Expression, sections: readonly SwitchSection[]): string {
    const inner = this.#inner;
    const printed = sections.map((section) => `${inner.#separator}${inner.#section(section)}`).join('');
    return `switch (${this.#expression(expression)}) {${printed}${this.#separator}}`;
  }

  #section({ labels, statements }: SwitchSection): string {
    const inner = this.#inner;
    const printed = labels.map(({ pattern, when }) =>
      `${pattern === undefined ? 'default' : `case ${printPattern(pattern, this)}`}${when === undefined ? '' : ` when${this.#optional(when)}`}:`);
    return [printed.join(this.#separator), ...statements.map((statement) => inner.statement(statement))].join(inner.#separator);
  }

  #try({ block, catches, finally: last }: TryStatement): string {
    const clauses = catches.map((clause) => this.#catch(clause));
    if (last !== undefined) clauses.push(`finally ${this.block(last)}`);
    return [`try ${this.block(block)}`, ...clauses].join(this.#separator);
  }

  #catch({ type, name, filter, block }: CatchClause): string {
    const caught = type === undefined ? '' : ` (${printType(type)}${name === undefined ? '' : ` ${printIdentifier(name)}`})`;
    return `catch${caught}${filter === undefined ? '' : ` when (${this.#expression(filter)})`} ${this.block(block)}`;
  }

  #resource({ declaration, expression }: UsingStatement): string {
    if (declaration !== undefined) return this.#declaration(declaration);
    return expression === undefined ? '' : this.#expression(expression);
  }

  #localFunction({ modifiers, returnType, name, typeParameters, parameters, body }: LocalFunctionStatement): string {
    const generics = typeParameters.length === 0 ? '' : `<${typeParameters.map(printIdentifier).join(', ')}>`;
    const head = [...modifiers, printType(returnType), `${printIdentifier(name)}${generics}(${printParameters(parameters, this)})`].join(' ');
    return body.kind === 'Block' ? `${head} ${this.block(body)}` : `${head} => ${this.#expression(body)};`;
  }
}
