import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adminConsentLink, adminRequest } from '../../../../src/app/setup/outputs/admin-request';
import { asciiJson } from '../../../../src/app/setup/outputs/ascii-json';
import { emulatorCommands, registrationCommands } from '../../../../src/app/setup/outputs/commands';
import { FEATURES, permissionsOf, scopesOf } from '../../../../src/app/setup/outputs/permissions';
import { emulatorRegistrationOf, registrationOf } from '../../../../src/app/setup/outputs/registration';
import { elementSnippet, reactSnippet, settingsOf } from '../../../../src/app/setup/outputs/settings';
import { FIRST_INPUT, type SetupInput } from '../../../../src/app/setup/setup-input';
import { readConfiguration } from '../../../../src/app/configuration';
import { loadSetupTexts } from '../../../../src/locales';

const CLIENT = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';
const PAGE = 'https://portal.example/files/';
const URI = 'https://portal.example/files/oauth2callback.html';
const IDS = { clientId: CLIENT, tenant: TENANT, problems: [] };

const input = (change: Partial<SetupInput> = {}): SetupInput => ({ ...FIRST_INPUT, ...change });

describe('the registration', () => {
  it('is an application of Microsoft Graph: a single-page application with delegated permissions, no secret', () => {
    expect(registrationOf(input({ name: ' Files of Contoso ' }), [URI])).toEqual({
      displayName: 'Files of Contoso',
      signInAudience: 'AzureADMyOrg',
      spa: { redirectUris: [URI] },
      api: { requestedAccessTokenVersion: 2 },
      requiredResourceAccess: [
        {
          resourceAppId: '00000003-0000-0000-c000-000000000000',
          resourceAccess: [
            { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' },
            { id: '10465720-29dd-4523-a11a-6a75c743c9d9', type: 'Scope' },
            { id: '5c28f0bf-8a70-41f1-8ab2-9032436ddb65', type: 'Scope' },
          ],
        },
      ],
    });
  });

  it('lists what the chosen features need, least first, and nothing else', () => {
    const names = (features: SetupInput['features']) =>
      permissionsOf(input({ features })).map(({ name }) => name);
    expect(names([])).toEqual(['User.Read', 'Files.Read']);
    expect(names(['change'])).toEqual(['User.Read', 'Files.Read', 'Files.ReadWrite']);
    expect(names(['change', 'others'])).toEqual(['User.Read', 'Files.Read.All', 'Files.ReadWrite.All']);
    expect(names([...FEATURES])).toEqual([
      'User.Read',
      'Files.Read.All',
      'Files.ReadWrite.All',
      'Sites.Read.All',
      'Team.ReadBasic.All',
      'Channel.ReadBasic.All',
      'People.Read',
    ]);
  });

  it('for personal accounts lists nothing that only work accounts have', () => {
    const personal = input({ audience: 'PersonalMicrosoftAccount', features: [...FEATURES] });
    expect(permissionsOf(personal).map(({ name }) => name)).toEqual([
      'User.Read',
      'Files.Read.All',
      'Files.ReadWrite.All',
    ]);
  });
});

describe('the commands', () => {
  /** Arguments as the shell hands them over; `az` and `curl` only tell what they were given. */
  const run = (script: string): string[][] =>
    execFileSync(
      'bash',
      ['-c', `az() { printf '%s\\0' "$@"; printf '\\1'; }; curl() { az "$@"; }\n${script}`],
      {
        encoding: 'utf8',
      },
    )
      .split('\u0001')
      .filter((call) => call !== '')
      .map((call) => call.split('\0').slice(0, -1));

  const anyName = fc.oneof(
    fc.constantFrom(
      "O'Brien",
      '$(reboot)',
      '`x`',
      '"',
      '\\',
      '@file',
      '-x',
      'a=@b',
      '’',
      '100%',
      '日本',
      '!!',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  it('say the same after any shell has read them, whatever the app is called', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const registration = registrationOf(input({ name }), [URI]);
        const calls = run(registrationCommands(registration, 'global').bash);
        const body = calls[2]?.at(-1) ?? '';
        expect(calls[2]?.slice(0, 7)).toEqual([
          'rest',
          '--method',
          'POST',
          '--url',
          'https://graph.microsoft.com/v1.0/applications',
          '--headers',
          'Content-Type=application/json',
        ]);
        expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(registration)));
      }),
      { numRuns: 60 },
    );
  });

  it('hold nothing between single quotes that ends them, nor anything that the Azure CLI takes for a file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = asciiJson({ text });
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).toMatch(/^[ -~]*$/);
        expect(json).not.toMatch(/['@]/);
      }),
    );
  });

  it('of PowerShell give the body as a file to az, which is a batch file there, and name the cloud', () => {
    const registration = registrationOf(input(), [URI]);
    const { powerShell, graphPowerShell, request } = registrationCommands(registration, 'china');
    expect(powerShell).toContain('az cloud set --name AzureChinaCloud\n');
    expect(powerShell).toContain("--body '@onedrive-app.json'");
    expect(graphPowerShell).toContain('Connect-MgGraph -Environment China ');
    expect(request).toMatch(/^POST https:\/\/microsoftgraph\.chinacloudapi\.cn\/v1\.0\/applications\n/);
    const [, body = ''] = request.split('\n\n');
    expect(JSON.parse(body)).toEqual(registration);
  });

  it('of the emulator register what it reads', () => {
    const registration = emulatorRegistrationOf(input({ name: "O'B" }), [URI], CLIENT);
    const [call] = run(emulatorCommands(registration, 'http://localhost:5174').bash);
    expect(call?.at(-1)).toBe('http://localhost:5174/_emulator/apps');
    expect(JSON.parse(call?.at(-2) ?? '')).toEqual({
      clientId: CLIENT,
      name: "O'B",
      signInAudience: 'AzureADMyOrg',
      spa: [URI],
      permissions: ['User.Read', 'Files.Read', 'Files.ReadWrite'],
    });
  });
});

describe('the settings', () => {
  const anyInput = fc.record({
    cloud: fc.constantFrom('global', 'usgov', 'usgov-dod', 'china', 'emulator'),
    audience: fc.constantFrom('AzureADMyOrg', 'AzureADMultipleOrgs', 'AzureADandPersonalMicrosoftAccount'),
    features: fc.subarray([...FEATURES]),
  });

  it('are what the page understands, whatever was chosen', () => {
    fc.assert(
      fc.property(anyInput, fc.boolean(), (change, named) => {
        const ids = { ...IDS, tenant: named || change.audience === 'AzureADMyOrg' ? TENANT : undefined };
        const file = settingsOf(input(change), ids);
        expect(readConfiguration(JSON.parse(JSON.stringify(file)), PAGE)).toMatchObject({
          kind: 'ready',
          configuration: { read: { clientId: CLIENT, redirectUri: URI } },
        });
      }),
    );
  });

  it('name no scopes where the control’s own do, and no cloud where it is the global one', () => {
    expect(settingsOf(input(), IDS)).toEqual({ clientId: CLIENT, tenant: TENANT });
    expect(scopesOf(input({ features: ['others'] }))).toEqual(['User.Read', 'Files.Read.All']);
  });

  it('of the emulator are an authority', () => {
    const emulator = input({ cloud: 'emulator', audience: 'AzureADandPersonalMicrosoftAccount' });
    expect(settingsOf(emulator, { ...IDS, tenant: undefined })).toEqual({
      clientId: CLIENT,
      authority: 'http://localhost:5174/common',
    });
  });

  it('of the element and of React name the redirect page by its path', () => {
    const settings = settingsOf(input({ features: ['others'] }), IDS);
    expect(elementSnippet(settings, URI, false)).toBe(
      [
        '<script type="module" src="/onedrive/onedrive-control.js"></script>',
        '<onedrive-control',
        `  client-id="${CLIENT}"`,
        `  tenant="${TENANT}"`,
        '  scopes="User.Read Files.Read.All"',
        '  redirect-uri="/files/oauth2callback.html"',
        '  readonly',
        '></onedrive-control>',
      ].join('\n'),
    );
    expect(reactSnippet(settings, URI, true)).toContain('    scopes={["User.Read","Files.Read.All"]}\n');
  });
});

describe('what an administrator gets', () => {
  it('is a link that asks for the permissions of the registration, in the cloud and tenant that were chosen', () => {
    const link = new URL(adminConsentLink(input({ cloud: 'usgov' }), IDS, URI) ?? '');
    expect(link.origin + link.pathname).toBe(`https://login.microsoftonline.us/${TENANT}/v2.0/adminconsent`);
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: CLIENT,
      scope: 'https://graph.microsoft.us/.default',
      redirect_uri: URI,
    });
  });

  it('is for the administrator’s own organisation where many may sign in', () => {
    const many = input({ audience: 'AzureADandPersonalMicrosoftAccount' });
    const link = adminConsentLink(many, { ...IDS, tenant: undefined }, URI);
    expect(link).toContain('https://login.microsoftonline.com/organizations/v2.0/adminconsent?');
  });

  it('is nothing while there is no client id, and nothing for personal accounts', () => {
    expect(adminConsentLink(input(), { ...IDS, clientId: undefined }, URI)).toBeUndefined();
    const personal = input({ audience: 'PersonalMicrosoftAccount' });
    expect(adminConsentLink(personal, IDS, URI)).toBeUndefined();
  });

  it('says what is asked, why, and where to allow it', async () => {
    const texts = await loadSetupTexts();
    const mail = adminRequest(input({ name: 'Files' }), 'https://link.example/', URI, texts);
    expect(mail).toContain('the app “Files”');
    expect(mail).toContain('- Files.ReadWrite: change one’s own files');
    expect(mail).toContain('\nhttps://link.example/\n');
    expect(mail).not.toMatch(/[{}]/);
  });
});
