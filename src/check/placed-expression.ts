/** An expression in its place. */
import type { ExpressionValue } from '../model/value.js';
import type { Place } from '../model/walk.js';

export interface PlacedExpression {
  readonly value: ExpressionValue;
  readonly place: Place;
  /** Added to the place's path: `/@name`; empty for an element's text. */
  readonly step: string;
}
