/** The backend that a list of policies chooses. */
import type { PolicyElement } from '../model/document.js';

export interface RoutedBackend {
  /** The backend's id, its URL, or the expression that gives one. */
  readonly text: string;
  readonly attribute: 'backend-id' | 'base-url';
  readonly element: PolicyElement;
}

/** The backend of the last set-backend-service that stands directly in the element; undefined when there is none. */
export function routedBackend(branch: PolicyElement): RoutedBackend | undefined {
  for (const node of branch.children.toReversed()) {
    const backend = node.kind === 'element' ? backendSetBy(node) : undefined;
    if (backend !== undefined) return backend;
  }
  return undefined;
}

/** What a set-backend-service names; undefined for other elements. */
export function backendSetBy(element: PolicyElement): RoutedBackend | undefined {
  if (element.name !== 'set-backend-service') return undefined;
  for (const attribute of ['backend-id', 'base-url'] as const) {
    const value = element.attributes.find(({ name }) => name === attribute)?.value;
    if (value !== undefined) return { text: value.text.trim(), attribute, element };
  }
  return undefined;
}

/** Two branches without a set-backend-service go to the same backend, too: the one that held before. */
export function isSameBackend(a: RoutedBackend | undefined, b: RoutedBackend | undefined): boolean {
  return a?.attribute === b?.attribute && a?.text === b?.text;
}
