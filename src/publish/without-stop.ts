/** A sentence of somebody else's without its full stop, to stand within one of ours. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/[.\s]+$/u, '');
}
