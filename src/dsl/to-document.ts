/** What authors made, plain data, to the model's policy tree. */
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyAttribute, PolicyDocument, PolicyElement, PolicyNode } from '../model/document.js';
import type { Origin } from '../model/origin.js';
import { policyValue } from '../model/policy-value.js';
import type { Scope } from '../model/scope.js';
import type { PolicyValue } from '../model/value.js';
import type { AuthoredDocument, AuthoredElement, AuthoredExpression, AuthoredNode, AuthoredValue, CallSite } from './authored.js';
import { codeOrigin, type Locate } from './code-origin.js';
import { readRaw } from './read-raw.js';

export interface AuthoredResult {
  readonly document: PolicyDocument;
  /** Mistakes in the text given to raw(…). */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The tree of an authored document. Every node's origin is the builder's call; findings in expressions point into the template.
 * @param locate the place in the author's file of a call; looked at only when somebody asks for a range
 */
export function toDocument(authored: AuthoredDocument, locate: Locate): AuthoredResult {
  const maker = new TreeMaker(locate);
  const root = maker.element(authored.root);
  return {
    document: { kind: documentKind(authored.scope), scope: authored.scope, name: documentName(authored.scope), roots: [root], origin: maker.origin(authored.callSite) },
    diagnostics: maker.diagnostics,
  };
}

function documentKind({ kind }: Scope): PolicyDocument['kind'] {
  return kind === 'fragment' || kind === 'resolver' ? kind : 'policies';
}

/** The id of what the document is for; an operation's has its API in front. */
function documentName(scope: Scope): string {
  switch (scope.kind) {
    case 'global':
      return 'global';
    case 'workspace':
      return scope.workspace;
    case 'product':
      return scope.product;
    case 'api':
      return scope.api;
    case 'operation':
      return `${scope.api}.${scope.operation}`;
    case 'fragment':
      return scope.fragment;
    case 'resolver':
      return scope.resolver;
  }
}

class TreeMaker {
  readonly diagnostics: Diagnostic[] = [];
  readonly #locate: Locate;
  readonly #origins = new Map<CallSite, Origin>();

  constructor(locate: Locate) {
    this.#locate = locate;
  }

  /** One origin per call, because all that a builder makes shares it. */
  origin(site: CallSite): Origin {
    const known = this.#origins.get(site);
    if (known !== undefined) return known;
    const origin = this.#locate(site);
    this.#origins.set(site, origin);
    return origin;
  }

  element(authored: AuthoredElement): PolicyElement {
    const { name, attributes, children, callSite, priorityRouting } = authored;
    const origin = this.origin(callSite);
    return {
      kind: 'element',
      name,
      attributes: attributes.map((attribute): PolicyAttribute => ({ name: attribute.name, value: this.#value(attribute.value, origin), origin })),
      children: children.flatMap((child) => this.#node(child)),
      origin,
      ...(priorityRouting === undefined ? {} : { priorityRouting: { ...priorityRouting, routes: priorityRouting.routes.map((route) => ({ ...route, origin })) } }),
    };
  }

  #node(authored: AuthoredNode): PolicyNode[] {
    const origin = this.origin(authored.callSite);
    switch (authored.kind) {
      case 'element':
        return [this.element(authored)];
      case 'text':
        return [{ kind: 'text', value: this.#value(authored.value, origin), origin, cdata: false }];
      case 'comment':
        return [{ kind: 'comment', text: authored.text, origin }];
      case 'group':
        return authored.children.flatMap((child) => this.#node(child));
      case 'raw': {
        const { nodes, problems } = readRaw(authored.xml, origin);
        this.diagnostics.push(...problems.map(({ code, severity, message, hint }) => diagnostic({ code, severity, message, hint, at: origin })));
        return nodes;
      }
    }
  }

  #value(authored: AuthoredValue, origin: Origin): PolicyValue {
    return authored.kind === 'literal' ? policyValue(authored.text, () => origin) : this.#expression(authored);
  }

  #expression(authored: AuthoredExpression): PolicyValue {
    const { form, code } = authored;
    const codeStart = 2;
    return {
      kind: 'expression',
      text: form === 'block' ? `@{${code}}` : `@(${code})`,
      originOf: ({ start, end }) => codeOrigin(authored, { start: start - codeStart, end: end - codeStart }, this.#locate),
      form,
      code,
      codeStart,
    };
  }
}
