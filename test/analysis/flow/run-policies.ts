/** A tiny gateway: runs the documents of `random-policies.ts` for one call, and says what its probes see. */
import type { PolicyDocument, PolicyElement } from '../../../src/model/document.js';

/** What a probe finds: `absent` also where there is no response. */
export interface Seen {
  readonly element: PolicyElement;
  readonly what: 'absent' | 'null' | 'present';
  readonly variable: string | undefined;
}

class Answered extends Error {}
class Failed extends Error {}

/** @param draw numbers from 0 to 1, which decide what is left open: the caller's mode, cache hits, failures, what `base` sets */
export function runPolicies({ roots }: PolicyDocument, draw: () => number): Seen[] {
  const call = new Call(draw);
  const [root] = roots.filter((node) => node.kind === 'element');
  const section = (name: string): PolicyElement[] => children(root).filter((child) => child.name === name);
  try {
    for (const name of ['inbound', 'backend', 'outbound']) {
      if (name === 'outbound') call.hasResponse = true;
      call.section = name;
      section(name).forEach((part) => { call.runAll(part); });
    }
  } catch (thrown) {
    if (thrown instanceof Failed) runOnError(call, section('on-error'));
    else if (!(thrown instanceof Answered)) throw thrown;
  }
  return call.seen;
}

function runOnError(call: Call, parts: readonly PolicyElement[]): void {
  call.canFail = false;
  call.section = 'on-error';
  try {
    parts.forEach((part) => { call.runAll(part); });
  } catch (thrown) {
    if (!(thrown instanceof Answered)) throw thrown;
  }
}

function children(element: PolicyElement | undefined): PolicyElement[] {
  return (element?.children ?? []).filter((node) => node.kind === 'element');
}

function attribute(element: PolicyElement, name: string): string {
  return element.attributes.find((one) => one.name === name)?.value.text ?? '';
}

class Call {
  readonly seen: Seen[] = [];
  section = 'inbound';
  hasResponse = false;
  canFail = true;
  readonly #draw: () => number;
  readonly #mode: number;
  readonly #variables = new Map<string, string | null>();

  constructor(draw: () => number) {
    this.#draw = draw;
    this.#mode = Math.floor(draw() * 4);
  }

  runAll(parent: PolicyElement): void {
    for (const policy of children(parent)) this.#run(policy);
  }

  #run(policy: PolicyElement): void {
    if (this.canFail && this.#draw() < 0.02) throw new Failed();
    switch (policy.name) {
      case 'set-variable':
        this.#variables.set(attribute(policy, 'name'), attribute(policy, 'value'));
        break;
      case 'cache-lookup-value':
        if (this.#draw() < 0.5) this.#variables.set(attribute(policy, 'variable-name'), 'cached');
        break;
      case 'send-request':
        this.#variables.set(attribute(policy, 'response-variable-name'), this.#draw() < 0.5 ? null : 'answer');
        break;
      case 'set-header':
        this.#probeVariable(policy);
        break;
      case 'set-status':
        this.seen.push({ element: policy, variable: undefined, what: this.hasResponse ? 'present' : 'absent' });
        break;
      case 'base':
        for (const name of ['a', 'b', 'c']) if (this.#draw() < 0.2) this.#variables.set(name, 'from another scope');
        if (this.section === 'backend') this.hasResponse ||= this.#draw() < 0.5;
        break;
      case 'forward-request':
        this.hasResponse = true;
        break;
      case 'return-response':
        throw new Answered();
      case 'choose':
        this.#choose(policy);
        break;
      case 'retry':
        for (let attempt = 0; attempt < 3; attempt += 1) {
          this.runAll(policy);
          if (this.#draw() < 0.5) break;
        }
        break;
      case 'wait':
        for (const child of children(policy)) if (attribute(policy, 'for') === 'all' || this.#draw() < 0.5) this.#run(child);
        break;
      default:
        this.runAll(policy);
    }
  }

  #probeVariable(policy: PolicyElement): void {
    const [, variable = ''] = /Variables\["(\w)"\]/.exec(JSON.stringify(children(policy).flatMap((value) => value.children.map((node) => (node.kind === 'text' ? node.value.text : '')))).replaceAll('\\', '')) ?? [];
    const value = this.#variables.get(variable);
    this.seen.push({ element: policy, variable, what: value === undefined ? 'absent' : value === null ? 'null' : 'present' });
  }

  #choose(policy: PolicyElement): void {
    const taken = children(policy).find((branch) => branch.name === 'otherwise' || this.#holds(attribute(branch, 'condition')));
    if (taken !== undefined) this.runAll(taken);
  }

  #holds(condition: string): boolean {
    const [, mode] = /== "(\d)"/.exec(condition) ?? [];
    if (mode !== undefined) return Number(mode) === this.#mode;
    if (condition.includes('Response')) return this.hasResponse === condition.includes('!=');
    const [, name = ''] = /"(\w)"/.exec(condition) ?? [];
    return condition.includes('ContainsKey') ? this.#variables.has(name) : (this.#variables.get(name) ?? null) !== null;
  }
}
