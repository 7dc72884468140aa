import { describe, expect, it } from 'vitest';
import { readSignIn, resolveCloud, settingProblemOf } from '../../../src/auth';
import { OneDriveError } from '../../../src/lib';

const SECRET = 'Kx8Q~aB3dE5fG7hI9jK1lM2nO4pQ6rS8tU0vW2';
const OLDER_SECRET = 'aB3dE5fG7hI9jK1lM2nO4pQ6rS8tU0vW2xY4z.-_';
const CLIENT = '22222222-2222-4222-8222-222222222222';
const REDIRECT = 'https://portal.example/oauth2callback.html';

describe('a client secret that is given for an id', () => {
  it.each([SECRET, OLDER_SECRET, ` ${SECRET} `])('is told to be one, and not repeated: %#', (secret) => {
    expect(readSignIn({ clientId: secret, redirectUri: REDIRECT })).toEqual({
      kind: 'wrong',
      problems: [{ code: 'clientId.secret', value: '' }],
    });
    expect(readSignIn({ clientId: CLIENT, tenant: secret, redirectUri: REDIRECT })).toEqual({
      kind: 'wrong',
      problems: [{ code: 'tenant.secret', value: '' }],
    });
  });

  it('stands nowhere in the error', () => {
    const error = thrownBy(() => resolveCloud({ tenant: SECRET }));
    expect(settingProblemOf(error)).toEqual({ code: 'tenant.secret', value: '' });
    expect(
      `${error.message} ${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`,
    ).not.toContain('Kx8Q');
  });

  it.each([
    'my-app',
    'clientid',
    `${CLIENT}0`,
    CLIENT.slice(1),
    `${CLIENT.slice(0, -1)}o`,
    `${CLIENT} ${CLIENT}`,
  ])('is not seen in an id with a slip: %s', (clientId) => {
    expect(readSignIn({ clientId, redirectUri: REDIRECT })).toMatchObject({
      problems: [{ code: 'clientId.malformed', value: clientId }],
    });
  });
});

function thrownBy(run: () => unknown): OneDriveError {
  try {
    run();
  } catch (reason) {
    if (reason instanceof OneDriveError) return reason;
  }
  throw new TypeError('Nothing was refused.');
}
