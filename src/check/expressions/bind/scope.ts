/** Names that code declares, and where they can be seen. Source: C# specification, 7.7 Scopes; Roslyn's rules for C# 7. */
import type { Method, Type } from '../../../catalog/expressions/type.js';
import type { Expression } from '../../../syntax/csharp/ast.js';
import type { Span } from '../../../syntax/text/position.js';
import type { ConstantValue } from '../types/operand.js';
import type { Operand } from './bind-expression.js';
import type { Binding } from './binding.js';
import { problem } from './problem.js';

/** A variable, constant or parameter. */
export interface Local {
  readonly kind: 'local';
  readonly name: string;
  /** Of the name where it is declared; a use before it is a mistake. */
  readonly span: Span;
  readonly role: 'variable' | 'constant' | 'parameter' | 'foreach variable' | 'using variable' | 'range variable';
  /** Undefined until its declaration is bound. */
  type: Type | undefined;
  constant?: ConstantValue | undefined;
}

export interface LocalFunction {
  readonly kind: 'local-function';
  readonly name: string;
  readonly span: Span;
  readonly method: Method;
}

export type Declared = Local | LocalFunction;

/** A function whose body is being bound: the expression itself, a lambda or a local function. */
export class FunctionFrame {
  readonly kind: 'expression' | 'lambda' | 'local-function';
  /** Of a local function; the others' follows from what they return. */
  readonly returnType: Type | undefined;
  /** What `return x;` gives, in the order of the text. */
  readonly returns: ReturnedValue[] = [];
  /** Places of `return;`. */
  readonly bareReturns: Span[] = [];

  constructor(kind: FunctionFrame['kind'], returnType?: Type) {
    this.kind = kind;
    this.returnType = returnType;
  }
}
export interface ReturnedValue {
  readonly operand: Operand;
  readonly node: Expression;
}

export class Scope {
  readonly binding: Binding;
  readonly frame: FunctionFrame;
  readonly #parent: Scope | undefined;
  /** Absent while there are none, as in most scopes. */
  #names: Map<string, Declared> | undefined;
  #typeParameters: Map<string, Type> | undefined;

  constructor(binding: Binding, frame: FunctionFrame, parent?: Scope) {
    this.binding = binding;
    this.frame = frame;
    this.#parent = parent;
  }

  inner(frame = this.frame): Scope {
    return new Scope(this.binding, frame, this);
  }

  /** Makes a name known in this scope; reports one that it collides with. The first one of a name stays. */
  declare(declared: Declared): void {
    const { name, span } = declared;
    if (name === '') return;
    if (this.#names?.has(name) === true) {
      const isParameter = declared.kind === 'local' && declared.role === 'parameter';
      this.binding.report(isParameter
        ? problem('CS0100', span, `the parameter "${name}" stands twice in the list`, 'give one of them another name')
        : problem('CS0128', span, `a variable or function named "${name}" is already declared here`, 'give one of them another name, or assign to the first'));
      return;
    }
    if (this.#parent?.find(name) !== undefined) {
      const isRange = declared.kind === 'local' && declared.role === 'range variable';
      this.binding.report(problem(isRange ? 'CS1931' : 'CS0136', span, `"${name}" cannot be declared here: the code around it already uses that name for something else`, 'give it another name'));
    }
    (this.#names ??= new Map<string, Declared>()).set(name, declared);
  }

  declareTypeParameter(name: string, type: Type): void {
    (this.#typeParameters ??= new Map<string, Type>()).set(name, type);
  }

  find(name: string): Declared | undefined {
    return this.#names?.get(name) ?? this.#parent?.find(name);
  }

  /** What is declared at this very place, undefined for one that lost to another of its name. */
  declaredAt(name: string, { start }: Span): Declared | undefined {
    const found = this.find(name);
    return found?.span.start === start ? found : undefined;
  }

  /** Every name that can be seen, nearest first. */
  visibleNames(): string[] {
    return [...this.#names?.keys() ?? [], ...(this.#parent?.visibleNames() ?? [])];
  }

  typeParameter(name: string): Type | undefined {
    return this.#typeParameters?.get(name) ?? this.#parent?.typeParameter(name);
  }
}

