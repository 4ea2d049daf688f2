/** What a person reads when a command cannot go on. */
import { describe, expect, test } from 'vitest';
import { errorText } from '../../src/cli/error-text.js';
import { remoteHint } from '../../src/cli/remote-hint.js';
import { InternalError } from '../../src/model/internal-error.js';
import { RemoteError } from '../../src/model/remote-error.js';
import { UsageError } from '../../src/model/usage-error.js';
import { PushError } from '../../src/publish/push/push-error.js';

const OPTIONS = { showsStack: false, showsDetails: true, colors: false };
const refused = new RemoteError('writing apis/chat/policy: the service refused it', {
  kind: 'refused', status: 400, code: 'ValidationError', requestId: '3f6c',
  details: [{ target: 'set-header', message: "Error in element 'set-header'" }, { message: 'another thing' }],
});
const notAllowed = new RemoteError('reading apis/chat/policy: 403 AuthorizationFailed', { kind: 'not-allowed', status: 403, code: 'AuthorizationFailed' });
const network = new RemoteError('listing backends: no answer', { kind: 'network', code: 'ECONNRESET' });

describe('errors', () => {
  test.each<[string, unknown, string]>([
    ['of usage', new UsageError(['one', 'two']), 'error: one\nerror: two\n'],
    ['of the service, with all that it said', refused,
      "error: writing apis/chat/policy: the service refused it\n  set-header: Error in element 'set-header'\n  another thing\n  HTTP 400, ValidationError, correlation id 3f6c\n"],
    ['of the service, whose words stand in the message already, with a full stop or without',
      new PushError('backends/x', 'somebody else has changed backends/x', { cause: new RemoteError('writing backends/x: 412: it was modified', { kind: 'refused', details: [{ message: 'it was modified.' }] }) }),
      'error: somebody else has changed backends/x\n  writing backends/x: 412: it was modified\n'],
    ['of the service, what the message holds already said once', notAllowed, `error: reading apis/chat/policy: 403 AuthorizationFailed\n  help: ${remoteHint('not-allowed', 403) ?? ''}\n`],
    ['of who has no token, whose message says how to get one', new RemoteError('no Azure token could be had; sign in with "az login"', { kind: 'not-allowed' }), 'error: no Azure token could be had; sign in with "az login"\n'],
    ['on the way to it', network, `error: listing backends: no answer\n  ECONNRESET\n  help: ${remoteHint('network', undefined) ?? ''}\n`],
    ['of a push, with what the service said behind it', new PushError('backends/x', 'backends/x could not be put back', { cause: network }),
      `error: backends/x could not be put back\n  listing backends: no answer\n  ECONNRESET\n  help: ${remoteHint('network', undefined) ?? ''}\n`],
    ['of a push alone', new PushError('backends/x', 'somebody else has changed backends/x'), 'error: somebody else has changed backends/x\n'],
    ['with something that steers terminals', new RemoteError('a\u001B[2Jb', { kind: 'refused' }), 'error: a␛[2Jb\n'],
  ])('%s', (_, error, text) => {
    expect(errorText(error, OPTIONS)).toBe(text);
  });

  test('details that stand above already are left out, the correlation id is not', () => {
    expect(errorText(refused, { ...OPTIONS, showsDetails: false })).toBe('error: writing apis/chat/policy: the service refused it\n  HTTP 400, ValidationError, correlation id 3f6c\n');
  });

  test.each([new InternalError('this cannot be'), new TypeError('x is undefined'), new PushError('backends/x', 'this cannot be', { cause: new InternalError('y') }), 'text'])('of the tool ask to be reported: %s', (error) => {
    expect(errorText(error, OPTIONS)).toContain('This is a mistake in aoai-policy');
    expect(errorText(error, OPTIONS)).not.toContain('    at ');
  });

  test('show their stacks, and those of their causes, to who asks for them', () => {
    const text = errorText(new PushError('backends/x', 'it failed', { cause: network }), { ...OPTIONS, showsStack: true });
    expect(text).toMatch(/^PushError: it failed$/mu);
    expect(text).toMatch(/^caused by:$/mu);
    expect(text).toMatch(/^ {4}at /mu);
  });
});
