import { expect, it } from 'vitest';
import { findAuthorityProblem } from '../../../src/auth/ask-authority';
import { createManualEnvironment } from '../../support/manual-environment';

function unreachable() {
  const environment = createManualEnvironment();
  environment.answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
  return environment;
}

it.each(['http://localhost:5174/common', 'http://127.0.0.1:5174/common', 'https://localhost:5443/common'])(
  'nothing that answers on this very computer is an emulator that is not running: %s',
  async (authority) => {
    const problem = await findAuthorityProblem(authority, unreachable());
    expect(problem).toMatchObject({ code: 'offline', serviceCode: 'emulator-silent' });
  },
);

it('one request that is lost on this computer says nothing: the next one is answered', async () => {
  const environment = createManualEnvironment();
  environment.answerWith((_request, number) =>
    number === 0 ? Promise.reject(new TypeError('Failed to fetch')) : new Response('{}'),
  );
  expect(await findAuthorityProblem('http://localhost:5174/common', environment)).toBeUndefined();
  expect(environment.requests).toHaveLength(2);
});

it('of Microsoft’s own sign-in a request without an answer says nothing: the window may still open', async () => {
  const authority = 'https://login.microsoftonline.com/common';
  expect(await findAuthorityProblem(authority, unreachable())).toBeUndefined();
});
