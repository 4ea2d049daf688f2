/** A finding for programs, as schemas/diagnostics.schema.json describes it. */
import type { Diagnostic } from '../model/diagnostic.js';
import { fingerprintOf } from '../model/fingerprint.js';
import type { SourceText } from '../model/origin.js';

/** Listed one by one, so that a new field of the model does not become a promise by accident. */
export function diagnosticJson(
  found: Diagnostic, sourceOf: (file: string) => SourceText | undefined,
): Diagnostic & { readonly fingerprint: string } {
  const { code, severity, message, file, range, path, related, hint, fix, docsUrl } = found;
  return {
    code,
    severity,
    message,
    file,
    range,
    path,
    related,
    ...(hint === undefined ? {} : { hint }),
    ...(fix === undefined ? {} : { fix }),
    ...(docsUrl === undefined ? {} : { docsUrl }),
    fingerprint: fingerprintOf(found, sourceOf(file)),
  };
}
