import { butFor } from '../expected';
import { always, settings, type Case } from './case';

const TENANT = '11111111-1111-4111-8111-111111111111';
const OTHER_CLIENT = '33333333-3333-4333-8333-333333333333';

export const MICROSOFT_CASES: readonly Case[] = [
  {
    broken: 'nobody knows the tenant',
    by: (world) => settings(world, { authority: `${world.emulator.loginOrigin}/nowhere.example` }),
    found: butFor('authority', 'failed: tenant-unknown (developer)'),
  },
  {
    broken: 'the sign-in can’t be reached',
    by: ({ admin }) => admin.faults(always('openid-configuration$', { kind: 'cut' })),
    found: butFor('authority', 'failed: emulator-silent (developer)'),
  },
  {
    broken: 'a proxy answers in place of the sign-in',
    by: ({ admin }) =>
      admin.faults(
        always('openid-configuration$', { kind: 'status', status: 200, body: '<h1>Please wait</h1>' }),
      ),
    found: butFor('authority', 'failed: login-answers-strangely (developer)'),
  },
  {
    broken: 'nobody knows the client id',
    by: (world) => settings(world, { clientId: '44444444-4444-4444-8444-444444444444' }),
    found: butFor('registration', 'failed: client-unknown (registrar)'),
  },
  {
    broken: 'the redirect address is not registered',
    by: (world) => {
      world.emulator.registerApp({
        clientId: OTHER_CLIENT,
        spa: ['https://elsewhere.example/oauth2callback.html'],
      });
      settings(world, { clientId: OTHER_CLIENT, authority: `${world.emulator.loginOrigin}/${TENANT}` });
    },
    found: butFor('registration', 'failed: registration-unknown (registrar)'),
  },
  {
    broken: 'the app is for one organisation, and everybody is asked',
    by: (world) => {
      const { emulator, redirectUri } = world;
      emulator.registerApp({ clientId: OTHER_CLIENT, spa: [redirectUri], signInAudience: 'AzureADMyOrg' });
      settings(world, { clientId: OTHER_CLIENT });
    },
    found: butFor('registration', 'failed: registration-unknown-shared (registrar)'),
  },
  {
    broken: 'Graph can’t be reached',
    by: ({ admin }) => admin.faults(always('^/v1\\.0/', { kind: 'cut' })),
    found: butFor('graph', 'failed: emulator-silent (developer)'),
  },
  {
    broken: 'a proxy answers in place of Graph',
    by: ({ admin }) =>
      admin.faults(always('^/v1\\.0/', { kind: 'status', status: 200, body: '<h1>Blocked</h1>' })),
    found: butFor('graph', 'failed: graph-answers-strangely (developer)'),
  },
  {
    broken: 'the clock is wrong',
    by: ({ admin }) => admin.advanceClock(20 * 60_000),
    found: butFor('clock', 'failed: clock-slow (user)'),
  },
];
