import { cleanup, fireEvent, render, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { SetupScreen } from '../../../../src/app/setup';
import { DEMO_DOMAIN, DEMO_TENANT_ID } from '../../../../src/emulator/identity/demo-directory';
import { createBrowserEnvironment } from '../../../../src/lib';
import { loadSettingWords, loadSetupTexts } from '../../../../src/locales';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  document.body.replaceChildren();
});

async function show(
  pageAddress = 'https://files.contoso.example/onedrive/',
  given = {},
  stepAsked?: string,
  asked = fetch,
) {
  const texts = await loadSetupTexts();
  const place = document.createElement('div');
  document.body.append(place);
  render(
    <SetupScreen
      canLeave={false}
      pageAddress={pageAddress}
      given={given}
      stepAsked={stepAsked}
      texts={texts}
      words={await loadSettingWords()}
      environment={{ ...createBrowserEnvironment(), fetch: asked }}
    />,
    { container: place },
  );
  const root = place.firstElementChild?.shadowRoot?.querySelector<HTMLElement>('.body');
  if (!root) throw new Error('The assistant has no shadow root.');
  const screen = within(root);
  const user = userEvent.setup();
  return {
    screen,
    user,
    // What user-event types into a shadow root does not reach React.
    fill: async (name: string | RegExp, value: string) =>
      fireEvent.change(await screen.findByRole('textbox', { name }), { target: { value } }),
    go: async (step: string) =>
      user.click(screen.getByRole('button', { name: new RegExp(`^\\d\\. ${step}$`) })),
    code: (name: string) => screen.getByRole('region', { name }).textContent ?? '',
  };
}

describe('the set-up assistant', () => {
  it('moves the focus to the heading of the step it goes to, and marks the step', async () => {
    const { screen, user } = await show();
    await user.click(screen.getByRole('button', { name: 'Next: Name and address' }));
    const heading = screen.getByRole('heading', { name: 'Name and address' });
    expect(heading.getRootNode()).toHaveProperty('activeElement', heading);
    expect(screen.getByRole('button', { name: '2. Name and address' }).ariaCurrent).toBe('step');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('button', { name: '1. Accounts' }).ariaCurrent).toBe('step');
  });

  it('offers personal accounts in the global cloud alone, and the emulator to this computer alone', async () => {
    const { screen, user } = await show();
    expect(screen.getAllByRole('radio')).toHaveLength(4);
    expect(screen.queryByRole('option', { name: /emulator/ })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Personal Microsoft accounts only' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Cloud' }), 'usgov');
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    expect(screen.getByRole('note').textContent).toContain('Single tenant');
    cleanup();
    const local = await show('http://localhost:5173/');
    expect(local.screen.getByRole('option', { name: /emulator/ })).toBeDefined();
  });

  it('warns of a tunnel, and completes the addresses of other pages', async () => {
    const { screen, fill, go, code } = await show('https://12ab.ngrok-free.app/');
    await go('Name and address');
    expect(code('Redirect URI of this page')).toBe('https://12ab.ngrok-free.app/oauth2callback.html');
    expect(screen.getByRole('note').textContent).toContain('tunnel');
    await fill(/Other pages/, 'portal.example.com');
    expect(code('Redirect URIs to register').split('\n')[1]).toBe(
      'https://portal.example.com/oauth2callback.html',
    );
  });

  it('shows in every output what was entered, at once', async () => {
    const { screen, user, fill, go, code } = await show();
    await go('Permissions');
    await user.click(screen.getByRole('checkbox', { name: /what others have shared/ }));
    expect(screen.getByRole('rowheader', { name: 'Files.ReadWrite.All' })).toBeDefined();
    await go('Register');
    await user.click(screen.getByRole('radio', { name: 'Manifest' }));
    expect(code('Manifest')).toContain('863451e7-0667-486c-a5d6-d135439485f0');
    await go('Use it');
    expect(code('This page: onedrive.config.json')).toContain('YOUR-CLIENT-ID');
    expect(screen.getByRole('button', { name: 'Run the self-test' })).toHaveProperty('disabled', true);
    await go('Copy the ids');
    await fill('Application (client) ID', '22222222-2222-4222-8222-222222222222');
    await fill(/tenant/, 'contoso.com');
    await go('Use it');
    expect(JSON.parse(code('This page: onedrive.config.json'))).toEqual({
      clientId: '22222222-2222-4222-8222-222222222222',
      tenant: 'contoso.com',
      scopes: ['User.Read', 'Files.Read.All', 'Files.ReadWrite.All'],
    });
    expect(code('For the administrator')).toContain(
      'login.microsoftonline.com/contoso.com/v2.0/adminconsent',
    );
    expect(screen.getByRole('button', { name: 'Run the self-test' })).toHaveProperty('disabled', false);
  });

  it('tells a client secret that was pasted, and a tenant that is spelt in British English', async () => {
    const { screen, fill, go } = await show();
    await go('Copy the ids');
    await fill('Application (client) ID', 'abc8Q~Xy_0123456789abcdefghijklmnop.qrst');
    expect(await screen.findByText(/looks like a client secret/)).toBeDefined();
    await fill(/tenant/, 'organisations');
    expect(await screen.findByText(/Did you mean organizations\?/)).toBeDefined();
  });

  it('tells a tenant that contradicts who may sign in, and takes it when that is corrected', async () => {
    const { screen, user, fill, go, code } = await show();
    await go('Copy the ids');
    await fill('Application (client) ID', '22222222-2222-4222-8222-222222222222');
    await fill(/tenant/, 'common');
    expect(await screen.findByText(/Only accounts of your organisation.*AADSTS50194/)).toBeDefined();
    await go('Use it');
    expect(screen.getByRole('button', { name: 'Run the self-test' })).toHaveProperty('disabled', true);
    expect(code('This page: onedrive.config.json')).not.toContain('common');
    await go('Accounts');
    await user.click(screen.getByRole('radio', { name: /Accounts of any organisation, and personal/ }));
    await go('Use it');
    expect(screen.getByRole('button', { name: 'Run the self-test' })).toHaveProperty('disabled', false);
  });

  it('does not show a client secret again that was pasted in the place of the tenant', async () => {
    const { screen, fill, go } = await show();
    await go('Copy the ids');
    await fill(/tenant/, 'Kx8Q~aB3dE5fG7hI9jK1lM2nO4pQ6rS8tU0vW.xY');
    expect((await screen.findByText(/looks like a client secret/)).textContent).not.toContain('Kx8Q');
    expect(sessionStorage.getItem('onedrive-control.setup')).not.toContain('Kx8Q');
  });

  it('says when no emulator answers, and what the one that answers calls its organisation', async () => {
    const given = { authority: 'http://localhost:21001/common' };
    const asked: string[] = [];
    const answer = async (input: RequestInfo | URL) => {
      const { url } = new Request(input);
      asked.push(url);
      return url.startsWith('http://localhost:21001/') ? new Response('{}') : Response.error();
    };
    const { screen, user, fill, go } = await show('http://localhost:5173/', given, undefined, answer);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Cloud' }), 'emulator');
    const address = screen.getByRole('textbox', { name: 'Address of the emulator' });
    expect(address).toHaveProperty('value', 'http://localhost:21001');
    await fill('Address of the emulator', 'http://localhost:21002');
    expect(await screen.findByText(/No emulator answers at http:\/\/localhost:21002\./)).toBeDefined();
    await fill('Address of the emulator', 'http://localhost:21001');
    await expect.poll(() => screen.queryByText(/No emulator answers/)).toBeNull();
    expect(asked).toContain('http://localhost:21002/common/v2.0/.well-known/openid-configuration');
    await go('Copy the ids');
    expect(screen.getByText(new RegExp(`${DEMO_DOMAIN}: ${DEMO_TENANT_ID}`))).toBeDefined();
  });

  it('begins with the step that its address asks for', async () => {
    const { screen } = await show(undefined, {}, 'use');
    expect(screen.getByRole('button', { name: '6. Use it' }).ariaCurrent).toBe('step');
  });

  it('warns of permissions in the settings that are never needed', async () => {
    const { screen, go } = await show('https://files.contoso.example/', {
      scopes: ['Files.Read', 'https://graph.microsoft.com/Directory.Read.All'],
    });
    await go('Permissions');
    expect(screen.getByRole('note').textContent).toContain('Directory.Read.All');
    expect(screen.getByRole('note').textContent).not.toContain('Files.Read');
  });

  it('forgets everything when one starts over', async () => {
    const { screen, user, fill, go } = await show();
    await go('Name and address');
    await fill('Name of the app', 'Files');
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    await go('Name and address');
    expect(screen.getByRole('textbox', { name: 'Name of the app' })).toHaveProperty(
      'value',
      'OneDrive Control',
    );
  });
});
