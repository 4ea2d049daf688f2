/** Our checks' errors in the service's words, each at its element. Source: reference/management-api.md §2.7. */
import type { Diagnostic } from '../../model/diagnostic.js';
import type { PolicyDocument } from '../../model/document.js';
import { type Place, walkElements } from '../../model/walk.js';
import { wordingOf } from './wordings.js';

/** What is wrong with one element, without the place: `Error in element '…' on line L, column C: ` goes before it. */
export interface ElementError {
  /** Absent when no element is meant: then nothing is said of a place. */
  readonly place?: Place | undefined;
  readonly text: string;
  /** Whether an expression is at fault. */
  readonly inExpression?: boolean;
}

/** @param diagnostics of the document; those that are no errors are left out, because the service may take what they speak of */
export function elementErrors(diagnostics: readonly Diagnostic[], document: PolicyDocument): ElementError[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [];
  const places = new Map([...walkElements(document)].map((place) => [place.path, place]));
  return errors.map((diagnostic): ElementError => {
    const place = places.get(diagnostic.path.replace(/\/@[^/]*$/u, ''));
    return { place, ...wordingOf(diagnostic, place) };
  });
}
