/**
 * What the builders make: plain data that survives a structured clone (policy files run in a worker). `to-document.ts`
 * turns it into the model's tree.
 */
import type { ExpressionForm } from '../syntax/csharp/ast.js';
import type { Backend, BackendPool, NamedValue } from '../model/resources.js';
import type { Scope } from '../model/scope.js';

/** The place of a builder's call as the engine reports it, before source maps. Lines and columns from 1. */
export interface CallSite {
  /** File URL or path of the running script. */
  readonly url: string;
  readonly line: number;
  readonly column: number;
  /** Name of the function called: what is underlined. */
  readonly callee: string;
}

export type AuthoredNode = AuthoredElement | AuthoredText | AuthoredComment | AuthoredRaw | AuthoredGroup;

export interface AuthoredElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly AuthoredAttribute[];
  readonly children: readonly AuthoredNode[];
  readonly callSite: CallSite;
  /** Set by the priorityRouting pattern on its choose. */
  readonly priorityRouting?: AuthoredPriorityRouting;
}

export interface AuthoredAttribute {
  readonly name: string;
  readonly value: AuthoredValue;
}

export interface AuthoredText {
  readonly kind: 'text';
  readonly value: AuthoredValue;
  readonly callSite: CallSite;
}

export interface AuthoredComment {
  readonly kind: 'comment';
  readonly text: string;
  readonly callSite: CallSite;
}

/** XML text of the author's, read when the document is made. */
export interface AuthoredRaw {
  readonly kind: 'raw';
  readonly xml: string;
  readonly callSite: CallSite;
}

/** Several nodes that stand where one is written: what a pattern returns that takes more than one policy. */
export interface AuthoredGroup {
  readonly kind: 'group';
  readonly children: readonly AuthoredNode[];
  readonly callSite: CallSite;
}

export type AuthoredValue = { readonly kind: 'literal'; readonly text: string } | AuthoredExpression;

export interface AuthoredExpression {
  readonly kind: 'expression';
  readonly form: ExpressionForm;
  readonly code: string;
  readonly callSite: CallSite;
  /** How `code` came from the template at the call, so that places in it can be found in the author's file. */
  readonly template?: AuthoredTemplate;
}

export interface AuthoredTemplate {
  /** The template's text between its `${…}`, as written. */
  readonly segments: readonly string[];
  /** In order and without overlap; what the tag added itself (literals, parentheses, indentation) is in none. */
  readonly pieces: readonly TemplatePiece[];
}

/** A stretch of an expression's code: `start` and `length` are of the code. */
export type TemplatePiece =
  | { readonly kind: 'text'; readonly start: number; readonly length: number; readonly segment: number; readonly offset: number }
  | { readonly kind: 'expression'; readonly start: number; readonly length: number; readonly expression: AuthoredExpression };

export interface AuthoredPriorityRouting {
  readonly subject: string;
  readonly domain: { readonly from: number; readonly to: number };
  readonly routes: readonly { readonly from: number; readonly to: number; readonly backend: string }[];
  readonly otherwise?: string;
}

/** A resource that policies name; the model's, with the call in place of the origin. */
export type AuthoredResource = Authored<Backend> | Authored<BackendPool> | Authored<NamedValue>;
type Authored<R extends { readonly origin: unknown }> = Omit<R, 'origin'> & { readonly callSite: CallSite };

/** What a policy file exports: `api(…)`, `fragment(…)`, … */
export interface AuthoredDocument {
  readonly kind: 'document';
  readonly scope: Scope;
  /** Root element: `policies`, `fragment`, or a resolver's data source. */
  readonly root: AuthoredElement;
  readonly callSite: CallSite;
}
