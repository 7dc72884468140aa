import { describe, expect, it } from 'vitest';
import { authority } from '../../../src/self-test/checks/authority';
import { graph } from '../../../src/self-test/checks/graph';
import { createCheckScene } from '../../support/check-scene';

const EMULATOR = { authority: 'http://localhost:5174/common' };
const GLOBAL = { tenant: 'contoso.example' };

describe('a host that does not answer', () => {
  it.each([
    ['sign-in', authority, 'login-unreachable', 'login.microsoftonline.com'],
    ['Graph', graph, 'graph-unreachable', 'graph.microsoft.com'],
  ] as const)('of Microsoft’s is for who runs the network: %s', async (_name, check, cause, host) => {
    const outcome = await check.run(createCheckScene(GLOBAL).context);
    expect(outcome).toMatchObject({ status: 'failed', cause, who: 'administrator', facts: { host } });
  });

  it.each([
    ['sign-in', authority],
    ['Graph', graph],
  ] as const)('on this very computer is an emulator that is not running: %s', async (_name, check) => {
    const outcome = await check.run(createCheckScene(EMULATOR).context);
    const facts = { host: 'localhost:5174' };
    expect(outcome).toMatchObject({ status: 'failed', cause: 'emulator-silent', who: 'developer', facts });
  });
});
