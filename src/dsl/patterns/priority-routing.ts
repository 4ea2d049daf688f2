/** Routes each call to a backend by the priority that its caller states. Explained in docs/patterns/priority-routing.md. */
import { UsageError } from '../../model/usage-error.js';
import type { AuthoredElement, AuthoredPriorityRouting } from '../authored.js';
import { backendName, type Backend, type BackendPool } from '../backend.js';
import { cs, csBlock } from '../expression.js';
import { group } from '../group.js';
import { choose, otherwise as otherwiseBranch, setBackendService, setVariable, when } from '../policies.generated.js';
import { asPolicy, authoredNodes, isAuthoredElement, type Policy } from '../policy.js';
import type { Expression } from '../property-types.js';

export interface PriorityRoute {
  /** First priority of the range. */
  readonly from: number;
  /** Last priority of the range. */
  readonly to: number;
  /** The backend or pool that gets these calls, or its name. */
  readonly backend: Backend | BackendPool | string;
}

interface PriorityRoutingCommonProperties {
  readonly routes: readonly PriorityRoute[];
  /** Where every other call goes: out of all ranges, or without a priority that can be read. */
  readonly otherwise?: Backend | BackendPool | string;
  /** The priorities that callers may send. Default: from the lowest to the highest that a route names. */
  readonly domain?: { readonly from: number; readonly to: number };
}

export interface PriorityRoutingByHeader extends PriorityRoutingCommonProperties {
  /** Request header that carries the priority. */
  readonly header: string;
  /** The priority that a missing or unreadable header stands for. Default: none, such calls go to `otherwise`. */
  readonly missing?: number;
  /** Variable that keeps the number. Default: priority; in the form `two-variables` priorityInt. */
  readonly variable?: string;
  /**
   * `one-variable`: the number is parsed in one step. `two-variables`: the header's text is kept in priorityValue first, and conditions
   * read the number without a default, as in AOAI_Policy-Priority_Routing of microsoft/AzureOpenAI-with-APIM.
   */
  readonly form?: 'one-variable' | 'two-variables';
}

export interface PriorityRoutingByVariable extends PriorityRoutingCommonProperties {
  readonly header?: never;
  readonly missing?: never;
  readonly form?: never;
  /** Variable that holds the priority as an int, set by a policy before. */
  readonly variable: string;
}

export type PriorityRoutingProperties = PriorityRoutingByHeader | PriorityRoutingByVariable;

/**
 * Routes by priority: a caller states a number, each range of numbers has a backend. A call whose header is missing or no number
 * goes to `otherwise`, unless `missing` says what it counts as. Ranges that overlap are found by the lint rule `overlapping-priority-ranges`.
 * @throws UsageError for a range or domain that ends before it starts, numbers that are no C# int, and no routes at all
 * @example
 * priorityRouting({
 *   header: 'Priority',
 *   routes: [
 *     { from: 0, to: 100, backend: 'aoai-ptu-backend' },
 *     { from: 101, to: 500, backend: 'aoai-regional-backend' },
 *   ],
 *   otherwise: 'aoai-circuit_breaker-backend',
 * })
 */
export function priorityRouting(properties: PriorityRoutingProperties): Policy<'inbound' | 'backend'> {
  const subject: unknown = properties.header ?? properties.variable;
  if (typeof subject !== 'string' || subject === '') throw new UsageError('priorityRouting takes the header or the variable that holds the priority');
  const routes = checkedRoutes(properties.routes);
  const domain = properties.domain === undefined ? spanned(routes) : checkedRange(properties.domain, 'domain of priorityRouting');
  const unknown = noPriority(routes, domain);
  const { steps, priority } = properties.header === undefined ? byVariable(properties, unknown) : byHeader(properties, unknown);
  const branches = routes.map(({ from, to, backend }) => when(cs`${priority} >= ${from} && ${priority} <= ${to}`, [setBackendService({ backendId: backend })]));
  const fallback = properties.otherwise === undefined ? undefined : backendName(properties.otherwise, 'priorityRouting.otherwise');
  const routing = choose(branches, fallback === undefined ? undefined : otherwiseBranch([setBackendService({ backendId: fallback })]));
  const stated: AuthoredPriorityRouting = {
    subject,
    domain,
    routes,
    ...(fallback === undefined ? {} : { otherwise: fallback }),
  };
  return group(priorityRouting, [...steps, asPolicy<'inbound' | 'backend'>({ ...asElement(routing), priorityRouting: stated })]);
}

interface Steps {
  readonly steps: readonly Policy<'inbound' | 'backend'>[];
  /** The priority, as an int. */
  readonly priority: Expression;
}

type NamedRoute = AuthoredPriorityRouting['routes'][number];

function byVariable({ variable }: PriorityRoutingByVariable, unknown: number): Steps {
  return { steps: [], priority: cs`context.Variables.GetValueOrDefault<int>(${variable}, ${unknown})` };
}

function byHeader({ header, missing, form = 'one-variable', variable }: PriorityRoutingByHeader, unknown: number): Steps {
  const fallback = missing === undefined ? unknown : checkedPriority(missing, 'priorityRouting', 'missing');
  if (form === 'one-variable') {
    const name = variable ?? 'priority';
    const parse = csBlock`
      int priority;
      return int.TryParse(context.Request.Headers.GetValueOrDefault(${header}, ""), out priority) ? priority : ${fallback};
    `;
    return { steps: [setVariable({ name, value: parse })], priority: cs`context.Variables.GetValueOrDefault<int>(${name}, ${unknown})` };
  }
  const name = variable ?? 'priorityInt';
  const text = setVariable({ name: 'priorityValue', value: cs`context.Request.Headers.GetValueOrDefault(${header}, ${String(fallback)})` });
  const number = setVariable({
    name,
    value: csBlock`
      int priority;
      return int.TryParse((string)context.Variables["priorityValue"], out priority) ? priority : ${fallback};
    `,
  });
  return { steps: [text, number], priority: cs`context.Variables.GetValueOrDefault<int>(${name})` };
}

/** A number that no route takes: what a call without a priority counts as. */
function noPriority(routes: readonly NamedRoute[], domain: { readonly from: number }): number {
  const lowest = Math.min(domain.from, ...routes.map(({ from }) => from));
  return Math.min(-1, lowest - 1);
}

const INT_MIN = -2_147_483_648;
const INT_MAX = 2_147_483_647;

function checkedRoutes(routes: readonly PriorityRoute[]): NamedRoute[] {
  if (!Array.isArray(routes) || routes.length === 0) throw new UsageError('priorityRouting takes routes, at least one: [{ from, to, backend }]');
  return routes.map((route: PriorityRoute, index) => {
    const place = `route ${index + 1} of priorityRouting`;
    return { ...checkedRange(route, place), backend: backendName(route.backend, place) };
  });
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function checkedRange({ from, to }: Range, place: string): Range {
  checkedPriority(from, place, 'from');
  checkedPriority(to, place, 'to');
  if (from > to) throw new UsageError(`${place} goes from ${from} to ${to}, which no priority is in; swap the two`);
  return { from, to };
}

function checkedPriority(number: number, place: string, name: string): number {
  if (Number.isInteger(number) && number > INT_MIN && number <= INT_MAX) return number;
  throw new UsageError(`${place} has ${name}: ${number}, which is no whole number that a C# int holds`);
}

/** From the lowest to the highest priority that a route names. */
function spanned(routes: readonly Range[]): Range {
  return { from: Math.min(...routes.map(({ from }) => from)), to: Math.max(...routes.map(({ to }) => to)) };
}

function asElement(policy: Policy<never>): AuthoredElement {
  const [node] = authoredNodes([policy], priorityRouting.name);
  if (isAuthoredElement(node)) return node;
  throw new UsageError('priorityRouting takes no element from choose');
}
