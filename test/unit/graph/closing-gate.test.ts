import { expect, it } from 'vitest';
import { createSend } from '../../../src/graph/send';
import { createThrottleGate } from '../../../src/lib';
import { createManualEnvironment, settled } from '../../support/manual-environment';

it('a call that was waiting for its token when the gate closed is kept back', async () => {
  const environment = createManualEnvironment();
  environment.answerWith(() => Response.json({}));
  const gate = createThrottleGate(environment);
  let give: (token: string) => void = () => {};
  const getAccessToken = () =>
    new Promise<string>((resolve) => {
      give = resolve;
    });
  const root = 'https://graph.microsoft.com/v1.0';
  const send = createSend({ root, accessTokens: { getAccessToken }, environment, gate });
  void send({ method: 'GET', url: `${root}/me/drive`, access: 'read', repeat: 'always' });
  await settled();
  gate.close('graph.microsoft.com', 3000);
  give('token');
  await environment.advance(2900);
  expect(environment.requests).toHaveLength(0);
  await environment.advance(200);
  expect(environment.requests).toHaveLength(1);
});
