/** Schemas of reports as our own reports have to keep them: users may meet new fields, we may not write any that the schema does not know. */

/** The schema with every object closed. */
export function withoutUnknownFields(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutUnknownFields);
  if (typeof part !== 'object' || part === null) return part;
  const closed = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withoutUnknownFields(value)]));
  return 'properties' in part && 'type' in part ? { ...closed, additionalProperties: false } : closed;
}
