/** Where policies name a logger. Source: schemas/elements/log-to-eventhub.json. */
import { isOpaque } from '../../check/opaque-text.js';
import type { Reference } from '../../lint/references.js';
import type { Place } from '../../model/walk.js';

/** Loggers named as they are, in document order. */
export function loggerReferences(places: readonly Place[]): Reference[] {
  return places.flatMap((place) => {
    if (place.element.name !== 'log-to-eventhub') return [];
    return place.element.attributes.flatMap(({ name: attribute, value, origin }): Reference[] => {
      const name = value.text.trim();
      const isNamed = attribute === 'logger-id' && value.kind === 'literal' && name !== '' && !isOpaque(name);
      return isNamed ? [{ name, at: origin, place, step: `/@${attribute}` }] : [];
    });
  });
}
