import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { createStubGraph } from '../support/stub-graph';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, createGraph: createStubGraph().create });
});
afterAll(() => emulator.close());
beforeEach(() => fetch(`${emulator.loginOrigin}/_emulator/reset`, { method: 'POST' }));

/** What a request is answered with when the emulator was told to answer with this status. */
async function faulty(url: string, effect: object): Promise<Response> {
  const rules = [{ phase: 'before', effect: { kind: 'status', ...effect } }];
  await fetch(`${emulator.loginOrigin}/_emulator/faults`, { method: 'POST', body: JSON.stringify(rules) });
  return fetch(url, { headers: { 'client-request-id': 'mine' } });
}
const onGraph = (effect: object): Promise<Response> =>
  faulty(`${emulator.loginOrigin}/v1.0/me/drive`, effect);
const onBytes = (effect: object): Promise<Response> => faulty(`${emulator.bytesOrigin}/file`, effect);

describe('a status without a body is the refusal of its host', () => {
  test.each([
    [400, 'invalidRequest'],
    [403, 'accessDenied'],
    [404, 'itemNotFound'],
    [405, 'Request_BadRequest'],
    [409, 'nameAlreadyExists'],
    [410, 'resyncRequired'],
    [412, 'resourceModified'],
    [416, 'invalidRange'],
    [422, 'unprocessableEntity'],
    [423, 'resourceLocked'],
    [429, 'activityLimitReached'],
    [500, 'generalException'],
    [503, 'serviceNotAvailable'],
    [507, 'quotaLimitReached'],
    [509, 'activityLimitReached'],
    [599, 'UnknownError'],
  ])('Graph: %i %s, with the inner error and the headers of every answer', async (status, code) => {
    const answer = await onGraph({ status });
    expect(answer.status).toBe(status);
    const { error } = (await answer.json()) as { error: { innerError: { date: string } } };
    expect(error).toMatchObject({
      code,
      message: expect.any(String),
      innerError: { 'request-id': answer.headers.get('request-id'), 'client-request-id': 'mine' },
    });
    expect(error.innerError.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(answer.headers.get('client-request-id')).toBe('mine');
    expect(answer.headers.get('odata-version')).toBe('4.0');
    expect(answer.headers.get('x-ms-ags-diagnostic')).toContain('ServerInfo');
    expect(answer.headers.get('content-type')).toContain('odata.metadata=minimal');
  });

  test('hosts of bytes: no inner error, for no inner code', async () => {
    const answer = await onBytes({ status: 503 });
    const { error } = (await answer.json()) as { error: object };
    expect(error).toEqual({ code: 'serviceNotAvailable', message: expect.any(String) });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('the identity platform: an AADSTS error', async () => {
    const answer = await faulty(`${emulator.loginOrigin}/common/oauth2/v2.0/token`, { status: 503 });
    expect([answer.status, await answer.json()]).toEqual([
      503,
      expect.objectContaining({ error: 'temporarily_unavailable', error_codes: [90033] }),
    ]);
  });
});

test('a success without a body is empty: a 201 without the item', async () => {
  for (const answer of [await onGraph({ status: 201 }), await onBytes({ status: 201 })]) {
    expect([answer.status, await answer.text()]).toEqual([201, '']);
  }
});

test('what the effect says stands, whatever is usual', async () => {
  const headers = { 'content-type': 'text/html', 'request-id': 'other' };
  const answer = await onGraph({ status: 503, headers, body: '<h1>Service unavailable</h1>' });
  expect(await answer.text()).toBe('<h1>Service unavailable</h1>');
  expect([answer.headers.get('content-type'), answer.headers.get('request-id')]).toEqual([
    'text/html',
    'other',
  ]);
});
