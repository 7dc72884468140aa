import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { AccessTokenProvider, AccessTokenRequest } from '../../../src/auth';
import { createSend, type GraphCall } from '../../../src/graph/send';
import { createThrottleGate, OneDriveError, toOneDriveError } from '../../../src/lib';
import { createManualEnvironment, settled, silence, type Answerer } from '../../support/manual-environment';

const ROOT = 'https://graph.microsoft.com/v1.0';
const URL_OF_CALL = `${ROOT}/me/drive/root?$select=SECRETQUERY`;

function setUp(answerer: Answerer, token: () => Promise<string> = async () => 'SECRETTOKEN') {
  const environment = createManualEnvironment();
  environment.answerWith(answerer);
  const gate = createThrottleGate(environment);
  const asked: AccessTokenRequest[] = [];
  const refused: OneDriveError[] = [];
  const accessTokens: AccessTokenProvider = {
    getAccessToken: (request) => {
      asked.push(request);
      return token();
    },
    reportRefused: (error) => refused.push(error),
  };
  const send = createSend({ root: ROOT, accessTokens, environment, gate });
  const start = (call: Partial<GraphCall> = {}) => {
    const outcome = watch(
      send({ method: 'GET', url: URL_OF_CALL, access: 'read', repeat: 'always', ...call }),
    );
    return outcome;
  };
  return { environment, gate, asked, refused, start };
}

interface Outcome {
  response?: Response;
  error?: OneDriveError;
}

function watch(promise: Promise<Response>): Outcome {
  const outcome: Outcome = {};
  promise.then(
    (response) => (outcome.response = response),
    (reason: unknown) => {
      expect(reason).toBeInstanceOf(OneDriveError);
      outcome.error = toOneDriveError(reason);
    },
  );
  return outcome;
}

const ok = () => Response.json({ fine: true });
const refuse = (status: number, headers: Record<string, string> = {}, code = 'SECRETBODY') =>
  new Response(JSON.stringify({ error: { code: 'someCode', message: code } }), { status, headers });
const POST: Partial<GraphCall> = { method: 'POST', body: '{"secret":"SECRETBODY"}', repeat: 'if-refused' };

describe('the access token', () => {
  it('goes with a request below the Graph root, and no cookie or referrer with it', async () => {
    const { environment, start } = setUp(ok);
    const outcome = start({ headers: { Accept: 'x/y' } });
    await settled();
    expect(outcome.response?.ok).toBe(true);
    const [request] = environment.requests;
    expect(request?.headers.get('Authorization')).toBe('Bearer SECRETTOKEN');
    expect(request?.headers.get('Accept')).toBe('x/y');
    expect(request?.headers.get('client-request-id')).toBe('id-1');
    expect(request?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it.each([
    'https://graph.microsoft.com:x@evil.example/v1.0/me',
    'https://graph.microsoft.com@evil.example/v1.0/me',
    'https://user@graph.microsoft.com/v1.0/me',
    'https://:password@graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com.evil.example/v1.0/me',
    'https://graph.microsoft.com:8443/v1.0/me',
    'http://graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com/v1.0evil/me',
    'https://graph.microsoft.com/beta/me',
    'https://graph.microsoft.com/v1.0/../beta/me',
    'https://graph.microsoft.com/v1.0/%2e%2e/beta/me',
    'https://graph.microsoft.com\\@evil.example/v1.0/me',
    '/v1.0/me',
    'javascript:alert(1)',
    '',
  ])('is neither fetched nor sent for %s', async (url) => {
    const { environment, asked, start } = setUp(ok);
    const outcome = start({ url });
    await settled();
    expect(outcome.error).toMatchObject({ code: 'unexpected-answer', serviceCode: 'foreignAddress' });
    expect(asked).toEqual([]);
    expect(environment.requests).toEqual([]);
    if (url) expect(inspect(outcome.error, { depth: 10 })).not.toContain(url);
  });

  it('is renewed once when it is refused, with the claims that the service wants', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`;
    const { asked, refused, start } = setUp((_request, index) =>
      index === 0 ? refuse(401, { 'WWW-Authenticate': challenge }) : ok(),
    );
    const outcome = start();
    await settled();
    expect(outcome.response?.ok).toBe(true);
    expect(asked).toMatchObject([{ forceRefresh: false }, { forceRefresh: true, claims }]);
    expect(refused).toEqual([]);
  });

  it('is renewed for a write too, because a refused request did nothing', async () => {
    const { environment, start } = setUp((_request, index) => (index === 0 ? refuse(401) : ok()));
    const outcome = start(POST);
    await settled();
    expect(outcome.response?.ok).toBe(true);
    expect(environment.requests).toHaveLength(2);
  });

  it('ends in sign-in-needed when the renewed one is refused too, and whoever issues it is told', async () => {
    const { environment, refused, start } = setUp(() => refuse(401));
    const outcome = start();
    await environment.advance(60_000);
    expect(outcome.error).toMatchObject({ code: 'sign-in-needed', retry: 'after-sign-in', status: 401 });
    expect(environment.requests).toHaveLength(2);
    expect(refused).toEqual([outcome.error]);
  });

  it('is not renewed a second time after a throttled answer in between', async () => {
    const answers = [401, 429, 401, 429, 401];
    const { environment, asked, start } = setUp((_request, index) =>
      refuse(answers[index] ?? 500, { 'Retry-After': '1' }),
    );
    const outcome = start();
    await environment.advance(60_000);
    expect(outcome.error?.code).toBe('sign-in-needed');
    expect(asked.filter((request) => request.forceRefresh)).toHaveLength(1);
  });

  it('that cannot be had ends the call with the reason, unsent', async () => {
    const { environment, start } = setUp(ok, async () => {
      throw new OneDriveError('sign-in-needed');
    });
    const outcome = start();
    await settled();
    expect(outcome.error?.code).toBe('sign-in-needed');
    expect(environment.requests).toEqual([]);
  });
});

describe('a throttled call', () => {
  it.each([429, 503, 509])('waits as long as the service says (%i), then goes on', async (status) => {
    const { environment, start } = setUp((_request, index) =>
      index === 0 ? refuse(status, { 'Retry-After': '7' }) : ok(),
    );
    const outcome = start();
    await environment.advance(6999);
    expect(environment.requests).toHaveLength(1);
    await environment.advance(1);
    expect(outcome.response?.ok).toBe(true);
  });

  it('waits by itself where the page may not read Retry-After', async () => {
    const { environment, start } = setUp((_request, index) => (index === 0 ? refuse(429) : ok()));
    const outcome = start();
    await environment.advance(2499);
    expect(environment.requests).toHaveLength(1);
    await environment.advance(1);
    expect(outcome.response?.ok).toBe(true);
  });

  it('is known by its status, whatever code the body has', async () => {
    const body = JSON.stringify({ error: { code: 'serviceNotAvailable' } });
    const { environment, start } = setUp((_request, index) =>
      index === 0 ? new Response(body, { status: 429, headers: { 'Retry-After': '3' } }) : ok(),
    );
    const outcome = start(POST);
    await environment.advance(3000);
    expect(outcome.response?.ok).toBe(true);
  });

  it('fails with the time instead of hiding a long wait, and nobody else asks meanwhile', async () => {
    const { environment, start } = setUp(() => refuse(429, { 'Retry-After': '120' }));
    const first = start();
    await settled();
    expect(first.error).toMatchObject({ code: 'throttled', retryAfter: 120_000, status: 429 });
    await environment.advance(20_000);
    const second = start();
    await settled();
    expect(second.error).toMatchObject({ code: 'throttled', retryAfter: 100_000 });
    expect(environment.requests).toHaveLength(1);
  });

  it('closes the gate with its last answer too', async () => {
    const waits = ['1', '1', '1', '90'];
    const { environment, gate, start } = setUp((_request, index) =>
      refuse(429, { 'Retry-After': waits[index] ?? '90' }),
    );
    const outcome = start();
    await environment.advance(3000);
    expect(outcome.error).toMatchObject({ code: 'throttled', retryAfter: 90_000 });
    expect(gate.opensAt('graph.microsoft.com')).toBe(environment.now() + 90_000);
  });

  it('says when to come back even where the service does not', async () => {
    const { environment, start } = setUp(() => refuse(429));
    const outcome = start();
    await environment.advance(60_000);
    expect(outcome.error?.code).toBe('throttled');
    expect(outcome.error?.retryAfter).toBeGreaterThan(0);
  });

  it('that waits at the gate fails too when the gate is closed for longer meanwhile', async () => {
    const { environment, gate, start } = setUp(ok);
    gate.close('graph.microsoft.com', 5000);
    const outcome = start();
    await environment.advance(1000);
    gate.close('graph.microsoft.com', 300_000);
    await environment.advance(4000);
    expect(outcome.error).toMatchObject({ code: 'throttled', retryAfter: 296_000 });
    expect(environment.requests).toEqual([]);
  });

  it('never sends inside a Retry-After window, with many callers at once', async () => {
    let closedUntil = 0;
    const { environment, start } = setUp((request, index) => {
      expect(request.at).toBeGreaterThanOrEqual(closedUntil);
      if (index % 3 !== 0) return ok();
      closedUntil = request.at + 2000;
      return refuse(429, { 'Retry-After': '2' });
    });
    // One after the other, as a service that counts sees them.
    const outcomes = [start()];
    await settled();
    for (let n = 0; n < 5; n += 1) outcomes.push(start());
    await environment.advance(60_000);
    expect(outcomes.filter((outcome) => outcome.response).length).toBeGreaterThan(0);
  });
});

describe('a write', () => {
  it.each([
    ['a 500', () => refuse(500)],
    ['a 502 with HTML', () => new Response('<html>', { status: 502 })],
    ['a 504', () => refuse(504)],
    ['a lost answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('is never repeated after %s', async (_name, answer) => {
    const { environment, start } = setUp(answer);
    const outcome = start(POST);
    await environment.advance(600_000);
    expect(environment.requests).toHaveLength(1);
    expect(['offline', 'unavailable']).toContain(outcome.error?.code);
  });

  it('is repeated after a 429, with the same body', async () => {
    const { environment, start } = setUp((_request, index) =>
      index === 0 ? refuse(429, { 'Retry-After': '1' }) : ok(),
    );
    const outcome = start(POST);
    await environment.advance(1000);
    expect(outcome.response?.ok).toBe(true);
    expect(environment.requests.map((request) => request.init.body)).toEqual([POST.body, POST.body]);
  });

  it('is not repeated when its answer never comes', async () => {
    const { environment, start } = setUp(silence);
    const outcome = start(POST);
    await environment.advance(600_000);
    expect(environment.requests).toHaveLength(1);
    expect(outcome.error?.code).toBe('timed-out');
  });
});

describe('a read', () => {
  it.each([
    ['500', () => refuse(500), 'unavailable'],
    ['502 with HTML', () => new Response('<html>', { status: 502 }), 'unavailable'],
    ['a lost connection', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    ['silence', silence, 'timed-out'],
    ['a body that breaks off', brokenBody, 'offline'],
  ])('is repeated after %s, four times in all and each time later', async (_name, answer, code) => {
    const { environment, start } = setUp(answer);
    const outcome = start();
    await environment.advance(600_000);
    expect(outcome.error?.code).toBe(code);
    expect(environment.requests).toHaveLength(4);
    const pauses = environment.requests
      .slice(1)
      .map(({ at }, index) => at - (environment.requests[index]?.at ?? 0));
    expect(pauses.every((pause) => pause >= 250)).toBe(true);
  });

  it('is not repeated where the page’s own policy refuses it', async () => {
    const { environment, start } = setUp(() => Promise.reject(new TypeError('Failed to fetch')));
    environment.forbid('https://graph.microsoft.com');
    const outcome = start();
    await environment.advance(60_000);
    expect(outcome.error).toMatchObject({
      code: 'configuration-invalid',
      serviceCode: 'content-security-policy',
    });
    expect(environment.requests).toHaveLength(1);
  });

  it('is not repeated after what a repeat cannot change', async () => {
    for (const status of [400, 403, 404, 409, 412, 423, 507]) {
      const { environment, start } = setUp(() => refuse(status));
      const outcome = start();
      await environment.advance(60_000);
      expect(outcome.error?.status).toBe(status);
      expect(environment.requests).toHaveLength(1);
    }
  });

  it('fails when the answer has begun but never ends', async () => {
    const { environment, start } = setUp(() => new Response(new ReadableStream({}), { status: 200 }));
    const outcome = start({ deadline: 1000 });
    await environment.advance(60_000);
    expect(outcome.error?.code).toBe('timed-out');
  });

  it('gives an answer without a body through', async () => {
    const { start } = setUp(() => new Response(null, { status: 204 }));
    const outcome = start();
    await settled();
    expect(outcome.response?.status).toBe(204);
  });

  it('gives headers, status and every byte through', async () => {
    const { start } = setUp(() => new Response('{"ä":1}', { status: 201, headers: { ETag: '"1"' } }));
    const outcome = start();
    await settled();
    expect(outcome.response?.status).toBe(201);
    expect(outcome.response?.headers.get('ETag')).toBe('"1"');
    expect(await outcome.response?.json()).toEqual({ ä: 1 });
  });
});

describe('an abort ends the call at once', () => {
  it.each([
    ['while the token is fetched', ok, silence],
    ['during the request', silence, async () => 't'],
    ['while the body arrives', () => new Response(new ReadableStream({})), async () => 't'],
    ['while it waits to repeat', () => refuse(500), async () => 't'],
    ['while it waits at the gate', () => refuse(429, { 'Retry-After': '9' }), async () => 't'],
  ] satisfies [string, Answerer, () => Promise<string>][])('%s', async (_name, answerer, token) => {
    const { environment, start } = setUp(answerer, token);
    const controller = new AbortController();
    const outcome = start({ signal: controller.signal });
    await settled();
    expect(outcome).toEqual({});
    controller.abort();
    await settled();
    expect(outcome.error?.code).toBe('cancelled');
    const sent = environment.requests.length;
    await environment.advance(600_000);
    expect(environment.requests).toHaveLength(sent);
  });

  it('before it began', async () => {
    const { environment, start } = setUp(ok);
    const outcome = start({ signal: AbortSignal.abort() });
    await settled();
    expect(outcome.error?.code).toBe('cancelled');
    expect(environment.requests).toEqual([]);
  });
});

describe('an error of a call', () => {
  it.each([
    ['refused', () => refuse(400)],
    ['unauthorized', () => refuse(401)],
    ['HTML', () => new Response('<html>SECRETBODY</html>', { status: 500 })],
    ['lost', (request) => Promise.reject(new TypeError(`Failed to fetch ${request.url} SECRETTOKEN`))],
    ['silent', silence],
  ] satisfies [string, Answerer][])('tells no address, token or body: %s', async (_name, answerer) => {
    const { environment, start } = setUp(answerer);
    const outcome = start(POST);
    await environment.advance(600_000);
    const { error } = outcome;
    const told = [
      error?.message,
      error?.stack,
      JSON.stringify(error),
      String(error),
      inspect(error, { depth: 12 }),
    ];
    expect(told.join('\n')).not.toMatch(/SECRET|graph\.microsoft\.com/);
  });
});

function brokenBody(): Response {
  return new Response(
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('{"value":['));
        controller.error(new TypeError('terminated'));
      },
    }),
  );
}
