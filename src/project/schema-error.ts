/** One finding of a compiled JSON Schema, as ajv reports it with `verbose`. */
export interface SchemaError {
  /** JSON pointer to the value; empty for the whole. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The value. */
  readonly data?: unknown;
  /** Set for findings about a property's name. */
  readonly propertyName?: string;
  /** The schema that the keyword stands in. */
  readonly parentSchema?: { readonly properties?: Readonly<Record<string, unknown>>; readonly patternErrorMessage?: string };
}
