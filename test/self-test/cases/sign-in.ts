import { butFor } from '../expected';
import { settings, type Case } from './case';

export const SIGN_IN_CASES: readonly Case[] = [
  {
    broken: 'the redirect address is registered for the Web',
    by: (world) => {
      const clientId = '55555555-5555-4555-8555-555555555555';
      world.emulator.registerApp({ clientId, web: [world.redirectUri], secret: 'of the portal’s server' });
      settings(world, { clientId });
    },
    found: butFor('sign-in', 'failed: not-single-page (registrar)'),
  },
  {
    broken: 'the browser blocks the window',
    by: (world) => void (world.task = { ...world.task, person: 'spent' }),
    found: butFor('popups', 'failed: popup-blocked (user)', { 'sign-in': 'unchecked: because popups' }),
  },
  {
    broken: 'nothing, though nobody signs in',
    by: (world) => void (world.task = { ...world.task, person: 'absent' }),
    found: butFor('sign-in', 'unchecked: no-click', { popups: 'unchecked: no-click' }),
  },
  {
    broken: 'the user declines',
    by: (world) =>
      void (world.answerWindow = async (window) => {
        await window.getByRole('button', { name: 'work@contoso.example' }).click();
        await window.getByRole('button', { name: 'Sign in' }).click();
        await window.getByRole('button', { name: 'Cancel' }).click();
      }),
    found: butFor('sign-in', 'failed: sign-in-declined (user)'),
  },
  {
    broken: 'the organisation wants an administrator’s approval',
    by: (world) =>
      void (world.answerWindow = async (window) => {
        await window.getByRole('button', { name: 'adminconsent@contoso.example' }).click();
        await window.getByRole('button', { name: 'Sign in' }).click();
        await window.getByRole('button', { name: /without granting consent/i }).click();
      }),
    found: butFor('sign-in', 'failed: admin-approval-needed (administrator)'),
  },
];
