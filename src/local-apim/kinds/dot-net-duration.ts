/** Durations as .NET's XmlConvert writes a TimeSpan: PT90S becomes PT1M30S. */

const ISO_8601 = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;
const SECONDS = [86_400, 3600, 60, 1] as const;

/** What is no ISO 8601 duration of days to whole seconds comes back as it is. */
export function dotNetDuration(text: string): string {
  const match = ISO_8601.exec(text);
  if (match === null || text === 'P' || text.endsWith('T')) return text;
  const total = SECONDS.reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = SECONDS.map((unit, index) => Math.floor((total % (SECONDS[index - 1] ?? Infinity)) / unit));
  const part = (count: number, letter: string): string => (count === 0 ? '' : `${count}${letter}`);
  const time = part(hours, 'H') + part(minutes, 'M') + part(seconds, 'S');
  const date = part(days, 'D');
  return date === '' && time === '' ? 'PT0S' : `P${date}${time === '' ? '' : `T${time}`}`;
}
