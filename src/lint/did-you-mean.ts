/** Hints for names that stand for nothing. */
import { closestName } from '../syntax/text/closest-name.js';

/** `did you mean aoai-ptu?`, else what is to be done. */
export function didYouMean(name: string, known: readonly string[], otherwise: string): string {
  const near = closestName(name, known);
  return near === undefined ? otherwise : `did you mean ${near}? If not, ${otherwise}`;
}
