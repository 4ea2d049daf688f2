/** `aoai-policy routes`: shows which priority goes to which backend. */
import process from 'node:process';
import { priorityMaps } from '../../analysis/priority-map.js';
import { readerErrors } from '../../check/syntax-diagnostics.js';
import { UsageError } from '../../model/usage-error.js';
import { sortedDiagnostics } from '../../project/sorted-diagnostics.js';
import { toolLocation } from '../../project/tool-location.js';
import { renderRoutes } from '../../report/render-routes.js';
import { defineCommand } from '../command.js';
import { drawsAscii } from '../draws-ascii.js';
import { loadInput } from '../load-input.js';
import { exitCode, reportDiagnostics, sourceFinder } from '../report-diagnostics.js';
import { reportTargets } from '../report-targets.js';
import { Stopwatch } from '../stopwatch.js';

const FORMATS = ['text', 'json', 'svg'] as const;

export const routes = defineCommand({
  name: 'routes',
  describe: 'show which priority goes to which backend',
  usage: '<file>',
  examples: [
    ['aoai-policy routes policies/priority-routing.ts', 'a bar over the priorities, the ranges and their backends'],
    ['aoai-policy routes chat.xml --format svg > chat.svg', 'the same as a picture'],
    ['aoai-policy routes chat.xml --format json', 'for a program'],
  ],
  options: {
    format: { type: 'string', choices: FORMATS, placeholder: 'format', describe: 'text (the default), json or svg, on standard output' },
    ascii: { type: 'boolean', describe: 'draw with ASCII only. Default: when the locale is not UTF-8, or TERM is dumb' },
    'stdin-filename': { type: 'string', placeholder: 'name', describe: 'the name under which standard input is reported' },
  },
  notes: [
    'Shown is every choose that sets a backend by the number in a variable, a header or a query parameter: its ranges, where they',
    "overlap or leave a gap, and where a missing or unreadable priority goes. The file is a .ts or .xml policy, or '-' for standard input.",
    'Exit codes: 0 shown, also when nothing in the file routes by a number; 1 the file has errors that keep it from being read whole; 2 failure.',
  ].join('\n'),
  async run(paths, options, terminal) {
    const stopwatch = new Stopwatch();
    const [path, ...more] = paths;
    if (path === undefined || more.length > 0) throw new UsageError("routes takes one file: 'aoai-policy routes <file>'");
    const project = await loadInput([path], { ...options, rule: [] }, terminal);
    const diagnostics = sortedDiagnostics([...project.diagnostics, ...project.documents.flatMap(readerErrors)]);
    if (diagnostics.length > 0) {
      await reportDiagnostics(diagnostics, { targets: reportTargets([], terminal.isInteractive), stream: 'stderr', quiet: false, files: project.files, failOn: 'error', stopwatch, sourceOf: sourceFinder(project, terminal.cwd) }, terminal);
    }
    const maps = project.documents.flatMap(priorityMaps);
    switch (options.format ?? 'text') {
      case 'text':
        terminal.write(renderRoutes(maps, { colors: terminal.hasColors('stdout'), width: terminal.width, ascii: options.ascii || drawsAscii(process.env) }));
        break;
      case 'json':
        terminal.write((await import('../../report/render-routes-json.js')).renderRoutesJson(maps, toolLocation()));
        break;
      case 'svg':
        terminal.write((await import('../../report/render-routes-svg.js')).renderRoutesSvg(maps));
        break;
    }
    const [first] = project.documents;
    // Of a file that could not be read nobody knows what it routes by.
    if (maps.length === 0 && first !== undefined) terminal.writeError(`${path === '-' ? first.origin.file : path}: no choose routes by the number in a variable, a header or a query parameter\n`);
    return exitCode(diagnostics, 'error');
  },
});
