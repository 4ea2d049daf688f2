/** Marks of deployment tools that nobody has filled in: pushed as they are, the service would keep them as values. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { type DeployPlaceholder, deployPlaceholders } from '../../model/deploy-placeholder.js';
import { diagnostic, type Diagnostic } from '../../model/diagnostic.js';
import type { PolicyDocument } from '../../model/document.js';
import { isJsonObject, type Json } from '../../model/json.js';
import { holdsMessage } from '../../model/message-content.js';
import type { Origin } from '../../model/origin.js';
import type { PolicyValue } from '../../model/value.js';
import { type Place, walkElements } from '../../model/walk.js';

/** One finding for each value that holds some. */
export function placeholdersInDocument(document: PolicyDocument): Diagnostic[] {
  return [...walkElements(document)].flatMap((place) => attributesAndTexts(place).flatMap(({ attribute, value, step }) => {
    const [first] = placeholders(place, attribute, value);
    if (first === undefined) return [];
    const where = attribute === undefined ? `the text of ${place.element.name}` : `${attribute} of ${place.element.name}`;
    return unfilled(where, value.text.slice(first.span.start, first.span.end), value.originOf(first.span), `${place.path}${step}`);
  }));
}

/** @param texts a value, or an object or a list of values, such as the properties of a backend */
export function placeholdersInResource(title: string, texts: Json, origin: Origin): Diagnostic[] {
  const [found] = textsIn(texts).flatMap((text) => literalPlaceholders(text).map(({ span }) => text.slice(span.start, span.end)));
  return found === undefined ? [] : [unfilled(title, found, origin)];
}

function unfilled(where: string, placeholder: string, at: Origin, path?: string): Diagnostic {
  return diagnostic({
    code: 'unfilled-placeholder',
    severity: 'error',
    message: `${where} holds ${placeholder}, which a deployment tool is to fill in: pushed as it is, the service would keep the placeholder`,
    at,
    ...(path === undefined ? {} : { path }),
    hint: "use a named value, and say in 'environments' what it is where; or let the other tool fill the files in before they are read",
  });
}

/**
 * `${x}` stands for itself in the scripts of a message's page and in C# texts that start with `$"`; `__x__` in C# is a name like any other;
 * `{x}` is a placeholder only where it is all of a value, and not the template of a URL.
 */
function placeholders({ element }: Place, attribute: string | undefined, value: PolicyValue): readonly DeployPlaceholder[] {
  if (value.kind === 'literal') return literalPlaceholders(value.text).filter(({ style }) => (style !== '${}' || !holdsMessage(element.name)) && (style !== '{}' || attribute !== 'template'));
  const interpolates = /\$@?"|@\$"/u.test(value.text);
  return deployPlaceholders(value.text).filter(({ style }) => style === '#{}#' || (style === '${}' && !interpolates));
}

function literalPlaceholders(text: string): DeployPlaceholder[] {
  return deployPlaceholders(text).filter(({ style, span }) => style !== '{}' || text.trim() === text.slice(span.start, span.end));
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return (isJsonObject(value) ? Object.values(value) : [...value]).flatMap(textsIn);
}
