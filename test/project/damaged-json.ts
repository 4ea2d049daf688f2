/** A JSON value in which something is not as it was: for readers of files that people and merges lay hands on. */
import fc from 'fast-check';

type Path = readonly (string | number)[];

const other = fc.oneof(
  fc.constantFrom(null, '', 'x', 0, -1, 1.5, true, false, [], {}, [null], { __proto__x: 1 }, '../..', 'apis/chat/policy', 'toString'),
  fc.json({ maxDepth: 2 }).map((text): unknown => JSON.parse(text)),
);

/** One or two of its values, at any depth, replaced or gone, or with a key beside them. */
export function damagedJson(sound: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(sound);
  const damage = fc.record({ path: fc.constantFrom(...paths), deed: fc.constantFrom('replace' as const, 'remove' as const, 'add' as const), value: other });
  return fc.array(damage, { minLength: 1, maxLength: 2 }).map((damages) => damages.reduce((value, { path, deed, value: by }) => withDamage(value, path, deed, by), sound));
}

function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]))];
}

function withDamage(value: unknown, path: Path, deed: 'replace' | 'remove' | 'add', by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return deed === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, added: by } : by;
  if (typeof value !== 'object' || value === null) return value;
  const isGone = deed === 'remove' && rest.length === 0;
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => (index !== step ? [item] : isGone ? [] : [withDamage(item, rest, deed, by)]));
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key !== step ? [[key, inner]] : isGone ? [] : [[key, withDamage(inner, rest, deed, by)]])));
}
