/** Findings for people: the place, the message, the line with a mark under it, related places, what to do. */
import pc from 'picocolors';
import type { Diagnostic, RelatedPlace } from '../model/diagnostic.js';
import type { SourceText } from '../model/origin.js';
import type { Severity } from '../model/severity.js';
import { codeFrame } from './code-frame.js';
import { placeText } from './place-text.js';
import { omittedText, shownDiagnostics } from './shown-diagnostics.js';
import { visibleText } from './visible-text.js';

export interface PrettyOptions {
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** A file's text; undefined when it cannot be shown. */
  readonly sourceOf: (file: string) => SourceText | undefined;
}

/** Findings with an empty line between them; what belongs to a finding is indented below its first line. Empty without findings. */
export function renderPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const { shown, omitted } = shownDiagnostics(diagnostics);
  const renderer = new PrettyRenderer(options);
  const blocks = shown.map((diagnostic) => renderer.block(diagnostic));
  const closing = omittedText(omitted);
  if (closing !== undefined) blocks.push(closing);
  return blocks.map((block) => `${block}\n`).join('\n');
}

class PrettyRenderer {
  readonly #options: PrettyOptions;
  readonly #colors: ReturnType<typeof pc.createColors>;

  constructor(options: PrettyOptions) {
    this.#options = options;
    this.#colors = pc.createColors(options.colors);
  }

  block(diagnostic: Diagnostic): string {
    const { bold, cyan } = this.#colors;
    const paint = this.#severityColor(diagnostic.severity);
    const places = [diagnostic, ...diagnostic.related];
    const numberWidth = Math.max(...places.map(({ range }) => String(range.start.line).length));
    return [
      `${bold(placeText(diagnostic))} ${paint(diagnostic.severity)} ${bold(diagnostic.code)}: ${visibleText(diagnostic.message)}`,
      ...this.#frame(diagnostic, { numberWidth, mark: '^', paint }),
      ...diagnostic.related.flatMap((related) => this.#related(related, numberWidth)),
      ...(diagnostic.hint === undefined ? [] : [`  ${cyan('help:')} ${visibleText(diagnostic.hint)}`]),
    ].join('\n');
  }

  #related(related: RelatedPlace, numberWidth: number): string[] {
    const { blue } = this.#colors;
    return [`  ${blue('note:')} ${placeText(related)}: ${visibleText(related.message)}`, ...this.#frame(related, { numberWidth, mark: '-', paint: blue })];
  }

  #frame(
    place: Pick<Diagnostic, 'file' | 'range'>,
    { numberWidth, mark, paint }: { readonly numberWidth: number; readonly mark: string; readonly paint: (text: string) => string },
  ): string[] {
    const source = this.#options.sourceOf(place.file);
    if (source === undefined || source.text === '') return [];
    return codeFrame(source, place.range, { width: this.#options.width, numberWidth, mark, paint: { gutter: this.#colors.dim, mark: paint } });
  }

  #severityColor(severity: Severity): (text: string) => string {
    const { red, yellow, cyan } = this.#colors;
    const colors: Record<Severity, (text: string) => string> = { error: red, warning: yellow, info: cyan };
    return colors[severity];
  }
}
