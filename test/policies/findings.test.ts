import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectDiagnostics } from '../../src/cli/project-diagnostics.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { resolveConfig } from '../../src/project/load-config.js';
import { loadProject } from '../../src/project/load-project.js';

/** What `aoai-policy lint policies` finds with the rules of the preset strict. */
let findings: readonly Diagnostic[];

beforeAll(async () => {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  findings = projectDiagnostics(await loadProject(['policies'], { cwd, config: resolveConfig({ extends: 'strict' }, cwd) }));
});

describe('lint', () => {
  test('finds nothing in what is there to copy from', () => {
    expect(findings.filter(({ file }) => !file.startsWith('policies/original/')).map(({ file, code, message }) => `${file} ${code}: ${message}`)).toEqual([]);
  });

  test('finds that the original priority routing gives provisioned throughput to calls without a priority', () => {
    expect(findings.filter(({ file }) => file === 'policies/original/priority-routing.ts')).toMatchObject([
      { code: 'priority-default-captured', range: { start: { line: 13, column: 5 } }, message: expect.stringContaining('aoai-ptu-backend') },
    ]);
  });

  test('finds that the original with a key adds it to the one that the caller sent', () => {
    expect(findings.filter(({ code }) => code === 'appended-credential-header')).toMatchObject([
      { file: 'policies/original/backend-api-key.ts', range: { start: { line: 13, column: 5 } }, message: expect.stringContaining('api-key') },
    ]);
  });

  test('finds no error in any', () => {
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
