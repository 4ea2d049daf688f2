/** Whether a terminal shows plain ASCII only. */

/** @param environment what the locale and the kind of terminal are taken from; nothing about them there means Unicode, as in containers */
export function drawsAscii(environment: Readonly<Record<string, string | undefined>>): boolean {
  const { TERM, LC_ALL, LC_CTYPE, LANG } = environment;
  if (TERM === 'dumb') return true;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== '');
  return locale !== undefined && !/utf-?8/iu.test(locale);
}
