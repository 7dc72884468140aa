import { describe, expect, it } from 'vitest';
import { loadSelfTestTexts } from '../../../src/locales';
import { describeResult } from '../../../src/self-test';
import { registration } from '../../../src/self-test/checks/registration';
import { createCheckScene } from '../../support/check-scene';

const TENANT = '11111111-1111-4111-8111-111111111111';

/** Microsoft answers on a page of its own, which no other page can read. */
async function findSilent(tenant: string) {
  const scene = createCheckScene({ tenant });
  scene.environment.answerWith(() => Response.json({ error: 'invalid_grant', error_codes: [9002313] }));
  const outcome = await registration.run(scene.context);
  return describeResult({ id: 'registration', ...outcome }, await loadSelfTestTexts());
}

describe('a registration of which nothing comes back', () => {
  it.each(['common', 'organizations', 'consumers'])(
    'may be one for other accounts than those of a shared authority, which is told with what to do: %s',
    async (tenant) => {
      const { status, finding, fix, who } = await findSilent(tenant);
      expect(status).toBe('failed');
      for (const code of ['AADSTS700016', 'AADSTS50011', 'AADSTS50194']) expect(finding).toContain(code);
      expect(finding).toContain(`“${tenant}”`);
      expect(fix).toContain('Directory (tenant) ID');
      expect(fix).toContain('Supported account types');
      expect(who).toBe('Whoever registered the app at Microsoft');
    },
  );

  it('is not told to be one for other accounts where the authority names its tenant', async () => {
    const { finding, fix } = await findSilent(TENANT);
    expect(finding).toContain('AADSTS50011');
    expect(`${finding} ${fix}`).not.toContain('AADSTS50194');
  });

  it.each(['common', TENANT])('is told what counts in a redirect address: %s', async (tenant) => {
    expect((await findSilent(tenant)).fix).toContain('capital letters and a slash at the end');
  });
});
