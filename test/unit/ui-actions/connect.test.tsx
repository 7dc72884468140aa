import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { failedAt, formatInstant, OneDriveError } from '../../../src/lib';
import { Announcer } from '../../../src/ui/announcer';
import { AccountMenu, ConnectCard, ReconnectBar } from '../../../src/ui/connect';
import { PermissionDialog } from '../../../src/ui/permission-dialog';
import { CONNECTED } from '../../support/fake-control-model';
import { renderControl } from './render-control';

/** What stands beside the name of a fact. */
function fact(name: string): Element {
  const value = screen.getByText(name).nextElementSibling;
  if (!value) throw new Error(`Nothing stands beside ${name}.`);
  return value;
}

test('while the window is open, Cancel and Try again are at hand', async () => {
  const { user, control } = renderControl(<ConnectCard />, (fake) => ({
    connect: async () => {
      fake.calls.push('connect');
      fake.connection.set({ state: 'connecting' });
    },
  }));
  act(() => control.connection.set({ state: 'signed-out' }));
  await user.click(screen.getByRole('button', { name: 'Connect to OneDrive' }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(control.calls).toEqual(['connect', 'connect', 'cancelConnect']);
  expect(screen.getByRole('button', { name: 'Connect to OneDrive' })).toBeTruthy();
});

test('while the answer of a page that is back takes its time, Try again gives it up and goes anew', async () => {
  const { user, control } = renderControl(<ConnectCard />);
  act(() => control.connection.set({ state: 'connecting', isBack: true }));
  expect(screen.getByText(/^You are back from Microsoft/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(control.calls).toEqual(['cancelConnect', 'connect']);
});

test('the time of a failure is when it failed, not when it is looked at', async () => {
  const error = new OneDriveError('client-unknown');
  const before = failedAt(error) ?? 0;
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { control } = renderControl(<ConnectCard />);
  act(() => control.connection.set({ state: 'signed-out', error }));
  expect(fact('Time').textContent).toBe(formatInstant(before));
});

test.each([
  ['common', 'Sign in with your work, school or personal Microsoft account.'],
  ['organizations', 'Sign in with your work or school account.'],
  ['consumers', 'Sign in with your personal Microsoft account.'],
  ['9188040d-6c67-4c5b-b112-36a304b66dad', 'Sign in with your personal Microsoft account.'],
  ['contoso.example', 'Sign in with your account of the organisation this page belongs to.'],
])('the card asks for the accounts that the sign-in takes: %s', async (tenant, sentence) => {
  const graphRoot = 'https://graph.microsoft.com/v1.0';
  const authority = `https://login.microsoftonline.com/${tenant}`;
  const { control } = renderControl(<ConnectCard />, () => ({ setUp: { authority, graphRoot } }));
  act(() => control.connection.set({ state: 'signed-out' }));
  expect(screen.getByText(sentence)).toBeTruthy();
});

test('a window that was closed without an answer leads the developer, once and in the console alone, to the registration', async () => {
  const info = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { control, container } = renderControl(<ConnectCard />);
  const open = { state: 'connecting', interaction: 'popup' } as const;
  act(() => control.connection.set(open));
  expect(info).not.toHaveBeenCalled();
  act(() => control.connection.set({ ...open, isWindowGone: true }));
  act(() => control.connection.set({ state: 'signed-out' }));
  act(() => control.connection.set(open));
  act(() => control.connection.set({ state: 'signed-out' }));
  expect(info).toHaveBeenCalledTimes(1);
  const [sentence] = info.mock.calls[0] ?? [];
  for (const part of ['https://portal.example/sub/oauth2callback.html', 'AADSTS50011', '?self-test']) {
    expect(sentence).toContain(part);
  }
  expect(container.textContent).not.toContain('runSelfTest');
  info.mockRestore();
});

// After the one above: the console is told once in the life of a page.
test('what is waited for is spoken: its words change in a status that stands from the start on', () => {
  const { control } = renderControl(<ConnectCard />);
  act(() => control.connection.set({ state: 'signed-out' }));
  const status = screen.getByRole('status');
  const says = () => status.textContent;
  expect(says()).toBe('');
  act(() => control.connection.set({ state: 'connecting', interaction: 'popup' }));
  expect(says()).toBe('Finish signing in, in the window that opened.');
  act(() => control.connection.set({ state: 'connecting', interaction: 'popup', isWindowGone: true }));
  expect(says()).toMatch(/^The sign-in window seems to be closed/);
  expect(status.isConnected).toBe(true);
});

test('the entries of the account menu are as wide as the menu', async () => {
  const { user } = renderControl(<AccountMenu />);
  await user.click(screen.getByRole('button', { name: 'Account' }));
  const entry = (await screen.findByRole('menuitem', { name: 'Disconnect' })).getBoundingClientRect();
  const surface = screen.getByRole('menu').parentElement?.getBoundingClientRect();
  expect(surface?.width).toBeGreaterThan(300);
  expect(surface?.right).toBeLessThan(entry.right + 8);
  expect(surface?.left).toBeGreaterThan(entry.left - 8);
});

test('a sign-in that failed says why, what to do, and the service code on demand', async () => {
  const { user, control } = renderControl(<ConnectCard />);
  const error = new OneDriveError('client-unknown', {
    serviceCode: 'AADSTS700016',
    requestId: 'correlation-1',
  });
  act(() => control.connection.set({ state: 'signed-out', error }));
  expect(screen.getByText('Microsoft does not know this app')).toBeTruthy();
  await user.click(screen.getByText('Details'));
  expect(fact('Service code').checkVisibility()).toBe(true);
  expect([fact('Service code'), fact('Request id')].map((value) => value.textContent)).toEqual([
    'AADSTS700016',
    'correlation-1',
  ]);
  expect(fact('Time').textContent).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('a sign-in that failed is explained: what, why, who puts it right and where, with this page’s own address', async () => {
  const { control } = renderControl(<ConnectCard />);
  const error = new OneDriveError('redirect-mismatch', { serviceCode: 'AADSTS50011' });
  act(() => control.connection.set({ state: 'signed-out', error }));
  expect(await screen.findByText(/^Microsoft does not know the address to which/)).toBeTruthy();
  expect(screen.getByText(/^Whoever registered the app at Microsoft/)).toBeTruthy();
  expect(
    screen.getByText(
      /Add exactly https:\/\/portal\.example\/sub\/oauth2callback\.html under Entra admin centre → App registrations → the app with the ID 22222222-.* → Authentication → Add a platform → Single-page application\.$/,
    ),
  ).toBeTruthy();
});

test('a code that nobody has explained shows what the service says of it', async () => {
  const { user, control } = renderControl(<ConnectCard />);
  const error = new OneDriveError('sign-in-failed', {
    serviceCode: 'AADSTS999999',
    serviceText: 'Something new for … happened.',
  });
  act(() => control.connection.set({ state: 'signed-out', error }));
  await user.click(screen.getByText('Details'));
  await screen.findByText('Microsoft says');
  expect(fact('Microsoft says').textContent).toBe('Something new for … happened.');
  expect(fact('Service code').textContent).toBe('AADSTS999999');
});

test('the facts of a failure can be copied, which is spoken', async () => {
  const { user, control, view } = renderControl(<ConnectCard />);
  const said: string[] = [];
  view.announcement.subscribe(() => said.push(view.announcement.get()));
  const error = new OneDriveError('account-not-allowed', {
    serviceCode: 'AADSTS53003',
    requestId: 'correlation-2',
  });
  act(() => control.connection.set({ state: 'signed-out', error }));
  await user.click(screen.getByText('Details'));
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  expect(said).toEqual(['Copied']);
  expect(await navigator.clipboard.readText()).toMatch(
    /^Code: account-not-allowed\nService code: AADSTS53003\nRequest id: correlation-2\nTime: .+Z$/,
  );
});

test('an error in Microsoft’s window is explained by its code, also after the window was given up', async () => {
  const { user, control } = renderControl(<ConnectCard />, (fake) => ({
    connect: async () => fake.connection.set({ state: 'connecting' }),
  }));
  act(() => control.connection.set({ state: 'signed-out' }));
  expect(screen.queryByText('Does the window show an error?')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Connect to OneDrive' }));
  await user.click(await screen.findByText('Does the window show an error?'));
  await user.type(screen.getByRole('textbox', { name: 'Code from the window' }), 'aadsts700016');
  expect(screen.getByText(/^Microsoft did not find an application with this client ID/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByText(/^Microsoft did not find an application with this client ID/)).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: 'Code from the window' }));
  await user.type(screen.getByRole('textbox', { name: 'Code from the window' }), 'AADSTS4711');
  expect(screen.getByText(/^This code is not known here/)).toBeTruthy();
});

test('a sign-in that rejects leaves no unhandled rejection', async () => {
  const { user, control } = renderControl(<ConnectCard />, () => ({
    connect: () => Promise.reject(new OneDriveError('popup-blocked')),
  }));
  act(() => control.connection.set({ state: 'signed-out' }));
  await user.click(screen.getByRole('button', { name: 'Connect to OneDrive' }));
});

test('the account menu tells who is connected and until when, and offers the ways out', async () => {
  const { user, control } = renderControl(<AccountMenu />);
  await user.click(screen.getByRole('button', { name: 'Account' }));
  expect(await screen.findByText('Megan Bowen')).toBeTruthy();
  expect(screen.getByText('megan@contoso.example')).toBeTruthy();
  expect(screen.getByText('Connected')).toBeTruthy();
  expect(screen.getByText(/Access until .*2026/)).toBeTruthy();
  await user.click(screen.getByRole('menuitem', { name: 'Switch account' }));
  expect(control.calls).toEqual(['connect:selectAccount']);
  await user.click(screen.getByRole('button', { name: 'Account' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Disconnect' }));
  expect(control.calls).toEqual(['connect:selectAccount', 'disconnect']);
});

test('an expired sign-in shows a bar that signs in again, and why it failed', async () => {
  const { user, control } = renderControl(<ReconnectBar />);
  const { account } = CONNECTED;
  if (!account) throw new Error('The fake is connected.');
  act(() => control.connection.set({ state: 'expired', account }));
  expect(screen.getByText('Your sign-in has expired. Your work is kept.')).toBeTruthy();
  act(() => control.connection.set({ state: 'expired', account, error: new OneDriveError('popup-blocked') }));
  expect(screen.getByText(/The browser blocked the sign-in window/)).toBeTruthy();
  act(() => control.connection.set({ state: 'connecting', account }));
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(control.calls).toEqual(['connect']);
  expect(screen.queryByRole('button')).toBeNull();
});

test('where the page signs in, the card says so and asks the page again', async () => {
  const { user, control } = renderControl(<ConnectCard />, () => ({ signInOwner: 'host' }));
  act(() => control.connection.set({ state: 'signed-out', error: new OneDriveError('sign-in-needed') }));
  expect(screen.getByText('This page signs you in.')).toBeTruthy();
  expect(screen.queryByText(/expired|Microsoft/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(control.calls).toEqual(['connect']);
  act(() => control.connection.set({ state: 'connecting' }));
  expect(screen.getByText('Waiting for this page to sign you in.')).toBeTruthy();
  expect(screen.queryByText(/window/)).toBeNull();
  const refused = new OneDriveError('sign-in-needed', { status: 401, requestId: 'req-7' });
  act(() => control.connection.set({ state: 'signed-out', error: refused }));
  expect(fact('Request id').textContent).toBe('req-7');
  const misuse = new OneDriveError('sign-in-needed', { serviceCode: 'getAccessToken' });
  act(() => control.connection.set({ state: 'signed-out', error: misuse }));
  expect(fact('Service code').textContent).toBe('getAccessToken');
});

test('where the page signs in, the account menu offers no way out of its session', async () => {
  const { user, control } = renderControl(<AccountMenu />, () => ({ signInOwner: 'host' }));
  await user.click(screen.getByRole('button', { name: 'Account' }));
  expect(await screen.findByText('Signed in by this page')).toBeTruthy();
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
    'Renew sign-in',
    'Connection details',
  ]);
  await user.click(screen.getByRole('menuitem', { name: 'Renew sign-in' }));
  expect(control.calls).toEqual(['connect']);
});

test('where the page signs in, no bar or dialog speaks of a window', async () => {
  const { control } = renderControl(
    <>
      <ReconnectBar />
      <PermissionDialog />
    </>,
    () => ({ signInOwner: 'host' }),
  );
  const { account } = CONNECTED;
  act(() => control.connection.set({ state: 'connecting', account }));
  expect(await screen.findByText('Waiting for this page to sign you in.')).toBeTruthy();
  act(() => control.permission.set({ status: 'connecting', access: 'write', reason: 'upload' }));
  expect(await screen.findByText('Waiting for this page')).toBeTruthy();
  expect(screen.queryByText(/window/)).toBeNull();
});

test('the permission dialog opens the window straight from the click and is never locked', async () => {
  let activeAtCall = false;
  const { user, control } = renderControl(<PermissionDialog />, (fake) => ({
    grantPermission: async () => {
      activeAtCall = navigator.userActivation.isActive || window.event?.type === 'submit';
      fake.calls.push('grantPermission');
      fake.permission.set({ status: 'connecting', access: 'write', reason: 'upload' });
    },
  }));
  act(() => control.permission.set({ status: 'asking', access: 'write', reason: 'upload' }));
  await user.click(await screen.findByRole('button', { name: 'Continue' }));
  expect(activeAtCall).toBe(true);
  expect(await screen.findByText('Finish in the window that opened')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  const error = new OneDriveError('popup-blocked');
  act(() => control.permission.set({ status: 'failed', access: 'write', reason: 'upload', error }));
  expect(await screen.findByText('The browser blocked the sign-in window')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(control.calls).toEqual(['grantPermission', 'grantPermission', 'declinePermission']);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('wherever an administrator has to approve, the letter to them is at hand: asking for a right, signing in again', async () => {
  const error = new OneDriveError('admin-approval-needed', { serviceCode: 'AADSTS90094' });
  const { control } = renderControl(
    <>
      <PermissionDialog />
      <ReconnectBar />
    </>,
  );
  act(() => control.permission.set({ status: 'failed', access: 'write', reason: 'upload', error }));
  expect(await screen.findByText(/adminconsent/)).toBeTruthy();
  act(() => control.permission.set(undefined));
  await waitFor(() => expect(screen.queryByText(/adminconsent/)).toBeNull());
  act(() => control.connection.set({ state: 'expired', account: CONNECTED.account, error }));
  expect(await screen.findByText(/adminconsent/)).toBeTruthy();
});

test('the same sentence said twice is spoken twice', async () => {
  const { view } = renderControl(<Announcer />);
  act(() => view.announcement.set('Done.'));
  const first = screen.getByText('Done.');
  act(() => view.announcement.set('Done.'));
  expect(screen.getAllByText('Done.').some((node) => node !== first)).toBe(true);
});
