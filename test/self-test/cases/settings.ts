import { butFor } from '../expected';
import { settings, type Case } from './case';

export const SETTINGS_CASES: readonly Case[] = [
  {
    broken: 'the client id is no id',
    by: (world) => settings(world, { clientId: 'my-app' }),
    found: butFor('configuration', 'failed: client-id-invalid (developer)', {
      clock: 'unchecked: nothing-told',
    }),
  },
  {
    broken: 'the tenant is no tenant',
    by: (world) => settings(world, { authority: undefined, tenant: 'my tenant' }),
    found: butFor('configuration', 'failed: cloud-invalid (developer)', { clock: 'unchecked: nothing-told' }),
  },
  {
    broken: 'the redirect page belongs to another site',
    by: (world) => settings(world, { redirectUri: 'https://portal.example/oauth2callback.html' }),
    found: butFor('configuration', 'failed: redirect-uri-elsewhere (developer)', {
      clock: 'unchecked: nothing-told',
    }),
  },
  {
    broken: 'the page holds a secret',
    by: (world) => settings(world, { clientSecret: 'hush' }),
    found: butFor('configuration', 'failed: secret-in-page (developer)', {
      clock: 'unchecked: nothing-told',
    }),
  },
  {
    broken: 'a secret stands in place of the client id',
    by: (world) => settings(world, { clientId: 'Kx8Q~aB3dE5fG7hI9jK1lM2nO4pQ6rS8tU0vW2' }),
    found: butFor('configuration', 'failed: secret-as-id (developer)', {
      clock: 'unchecked: nothing-told',
    }),
  },
  {
    broken: 'a scope is none of Graph’s',
    by: (world) => settings(world, { scopes: ['https://contoso.sharepoint.com/AllSites.Read'] }),
    found: butFor('configuration', 'failed: scopes-invalid (developer)', {
      clock: 'unchecked: nothing-told',
    }),
  },
  {
    broken: 'the redirect address has a star',
    by: (world) => settings(world, { redirectUri: `${world.portal.origin}/*/oauth2callback.html` }),
    found: butFor('configuration', 'failed: redirect-uri-invalid (developer)', {
      clock: 'unchecked: nothing-told',
    }),
  },
  {
    broken: 'more is asked for than is needed',
    by: (world) => {
      settings(world, { scopes: ['Sites.FullControl.All'] });
      world.task = { ...world.task, person: 'absent' };
    },
    found: butFor('sign-in', 'unchecked: no-click', {
      popups: 'unchecked: no-click',
      permissions: 'failed: scopes-needless (developer)',
    }),
  },
];
