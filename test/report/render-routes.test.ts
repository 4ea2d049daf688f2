import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { type PriorityMap, priorityMaps } from '../../src/analysis/priority-map.js';
import { renderRoutes } from '../../src/report/render-routes.js';
import { renderRoutesJson } from '../../src/report/render-routes-json.js';
import { renderRoutesSvg } from '../../src/report/render-routes-svg.js';
import { readText } from '../analysis/read-text.js';

const FOLDER = fileURLToPath(new URL('../../fixtures/routes/', import.meta.url));

const mapsOf = (name: string): PriorityMap[] => priorityMaps(readText(readFileSync(`${FOLDER}${name}.xml`, 'utf8'), `${name}.xml`));

const NAMES = ['priority', 'flawed', 'none'];
const WIDE = { colors: false, width: 120, ascii: false };

/** The pictures stand in fixtures/routes/. */
describe.each(NAMES)('the priority map of %s.xml', (name) => {
  it.each([
    ['wide', WIDE],
    ['narrow', { ...WIDE, width: 50 }],
    ['ascii', { ...WIDE, ascii: true }],
    ['colors', { ...WIDE, colors: true }],
  ])('drawn %s', async (form, options) => {
    await expect(renderRoutes(mapsOf(name), options)).toMatchFileSnapshot(`${FOLDER}${name}.${form}.txt`);
  });

  it('as JSON', async () => {
    await expect(renderRoutesJson(mapsOf(name), { version: '0.0.0' })).toMatchFileSnapshot(`${FOLDER}${name}.json`);
  });

  it('as SVG', async () => {
    const svg = renderRoutesSvg(mapsOf(name));
    expect(XMLValidator.validate(svg)).toBe(true);
    await expect(svg).toMatchFileSnapshot(`${FOLDER}${name}.svg`);
  });
});

describe('a priority map', () => {
  it.each([12, 20, 40, 60, 80, 100, 200])('has bars that fit into %i columns, and beside them texts that do', (width) => {
    const lines = renderRoutes(NAMES.flatMap(mapsOf), { ...WIDE, width }).split('\n');
    const tooLong = lines.filter((line) => line.length > width);
    // A terminal breaks a title or a label that is longer than itself; a broken bar would say something wrong.
    expect(tooLong.filter((line) => /[├█▒╳·]/.test(line))).toEqual([]);
    if (width >= 80) expect(tooLong).toEqual([]);
  });

  it('is ASCII when that is asked for', () => {
    expect(renderRoutes(NAMES.flatMap(mapsOf), { ...WIDE, ascii: true })).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('shows no character that steers the terminal', () => {
    const maps = priorityMaps(readText(readFileSync(`${FOLDER}priority.xml`, 'utf8').replaceAll('aoai-ptu', '\u001b[2J'), '\u001b.xml'));
    expect(renderRoutes(maps, WIDE)).not.toContain('\u001b');
  });

  it('draws numbers of any size', () => {
    const routes = `<choose>
      <when condition="@(context.Variables.GetValueOrDefault<long>("p") >= -9000000000000000000)"><set-backend-service backend-id="a" /></when>
      <when condition="@(context.Variables.GetValueOrDefault<long>("p") >= long.MinValue)"><set-backend-service backend-id="b" /></when>
    </choose>`;
    const maps = priorityMaps(readText(routes));
    expect(renderRoutes(maps, WIDE)).toContain('-9000000000000000000 or more');
    expect(JSON.parse(renderRoutesJson(maps, { version: '0' }))).toMatchObject({ maps: [{ routes: [{ values: [{ from: '-9000000000000000000' }] }, {}] }] });
  });
});
