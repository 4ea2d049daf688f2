/** The properties of a backend without what the service changes by itself. Source: reference/management-api.md §1.1. */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../model/json.js';
import { keyedItems } from './keyed-list.js';

/**
 * Without nulls, empty lists and empty objects; keys in order; durations written in one way; members of a pool by the last segment of their ARM id, and what has
 * names in the order of these; `type` stated, `Single` when it is not, and `acceptRetryAfter` only when it is true (both inferred: bodies that leave them out are
 * common, and the service knows no third value).
 */
export function canonicalBackend(properties: JsonObject): JsonObject {
  const canonical = canonicalJson({ type: 'Single', ...withoutNulls(properties) }, []);
  return isJsonObject(canonical) ? canonical : {};
}

/** The last segment of a member's ARM id, in lower case: ARM does not tell upper from lower case. */
function memberKey(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}

/** The members of a pool, by their keys; of what is no pool, none. */
export function poolMembers({ pool }: JsonObject): readonly string[] {
  const services: readonly Json[] = isJsonObject(pool) && isJsonList(pool['services']) ? pool['services'] : [];
  return services.flatMap((service) => (isJsonObject(service) && typeof service['id'] === 'string' ? [memberKey(service['id'])] : []));
}

type Form = (value: Json) => Json | undefined;

/** By path, list items as `*`. */
const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['title', unlessEmpty],
  ['description', unlessEmpty],
  ['circuitBreaker/rules/*/failureCondition/interval', shortestDuration],
  ['circuitBreaker/rules/*/tripDuration', shortestDuration],
  ['circuitBreaker/rules/*/acceptRetryAfter', (value) => (value === false ? undefined : value)],
  ['pool/services/*/id', (value) => (typeof value === 'string' ? memberKey(value) : value)],
]);

function canonicalJson(value: Json, path: readonly string[]): Json | undefined {
  const inner = withCanonicalParts(value, path);
  if (inner === undefined || inner === null) return undefined;
  if (Array.isArray(inner) ? inner.length === 0 : isJsonObject(inner) && Object.keys(inner).length === 0) return undefined;
  const form = FORMS.get(path.join('/'));
  return form === undefined ? inner : form(inner);
}

function withCanonicalParts(value: Json, path: readonly string[]): Json | undefined {
  if (isJsonList(value)) {
    const items = value.flatMap((item) => canonicalJson(item, [...path, '*']) ?? []);
    return [...(keyedItems(items)?.values() ?? items)];
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, part]): [string, Json][] => {
    const canonical = canonicalJson(part, [...path, key]);
    return canonical === undefined ? [] : [[key, canonical]];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function unlessEmpty(text: Json): Json | undefined {
  return text === '' ? undefined : text;
}

function withoutNulls(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

const ISO_DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/u;
const SECONDS = { week: 604_800, day: 86_400, hour: 3_600, minute: 60 };

/** `PT300S` and `PT5M` are one; what is no duration of weeks, days, hours, minutes and seconds stays, because months differ in length. */
function shortestDuration(value: Json): Json {
  const match = typeof value === 'string' ? ISO_DURATION.exec(value) : null;
  if (match === null) return value;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((amount: string | undefined) => Number(amount ?? 0));
  let rest = weeks * SECONDS.week + days * SECONDS.day + hours * SECONDS.hour + minutes * SECONDS.minute + seconds;
  const take = (unit: number): number => {
    const amount = Math.floor(rest / unit);
    rest -= amount * unit;
    return amount;
  };
  const date = amountText(take(SECONDS.day), 'D');
  const time = amountText(take(SECONDS.hour), 'H') + amountText(take(SECONDS.minute), 'M') + amountText(rest, 'S');
  return date === '' && time === '' ? 'PT0S' : `P${date}${time === '' ? '' : `T${time}`}`;
}

function amountText(amount: number, unit: string): string {
  return amount === 0 ? '' : `${amount}${unit}`;
}
