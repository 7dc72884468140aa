import { expect, it } from 'vitest';
import { createSend } from '../../../src/graph/send';
import { createThrottleGate } from '../../../src/lib';
import { createManualEnvironment, settled } from '../../support/manual-environment';

const ROOT = 'https://graph.microsoft.com/v1.0';

it('a token is renewed once for two calls that were refused with the same one', async () => {
  const environment = createManualEnvironment();
  let answerLate = () => {};
  environment.answerWith((request, index) => {
    if (request.headers.get('Authorization') === 'Bearer new') return Response.json({});
    const refusal = Response.json({ error: { code: 'InvalidAuthenticationToken' } }, { status: 401 });
    if (index === 0) return refusal;
    return new Promise((resolve) => {
      answerLate = () => resolve(refusal);
    });
  });
  let held = 'old';
  let renewals = 0;
  const send = createSend({
    root: ROOT,
    environment,
    gate: createThrottleGate(environment),
    accessTokens: {
      getAccessToken: async ({ forceRefresh = false }) => {
        renewals += Number(forceRefresh);
        if (forceRefresh) held = 'new';
        return held;
      },
    },
  });
  const call = { method: 'GET', url: `${ROOT}/me/drive/root`, access: 'read', repeat: 'always' } as const;
  const answers = [send(call), send(call)];
  await settled();
  answerLate();
  expect((await Promise.all(answers)).map(({ ok }) => ok)).toEqual([true, true]);
  expect(renewals).toBe(1);
});
