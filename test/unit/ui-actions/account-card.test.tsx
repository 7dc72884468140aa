import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Account, Connection } from '../../../src/auth';
import { OneDriveError } from '../../../src/lib';
import { AccountMenu, AccountPanel, ConnectCard } from '../../../src/ui/connect';
import { Overlays } from '../../../src/ui/overlays';
import { buildAccountFacts, CONNECTED, type FakeControlModel } from '../../support/fake-control-model';
import { renderControl } from './render-control';

const HOUR = 3_600_000;
const account: Account = {
  id: 'account',
  name: 'Megan Bowen',
  username: 'megan@contoso.example',
  tenantId: '11111111-1111-4111-8111-111111111111',
};

function connected(more: Partial<Extract<Connection, { state: 'connected' }>> = {}): Connection {
  return {
    state: 'connected',
    account,
    expiresOn: Date.now() + 0.75 * HOUR,
    since: Date.UTC(2026, 9, 12, 9),
    scopes: { asked: ['User.Read', 'Files.Read'], granted: ['Files.Read', 'User.Read'] },
    ...more,
  };
}

function show(connection: Connection, change?: (fake: FakeControlModel) => Partial<FakeControlModel>) {
  const shown = renderControl(<AccountPanel />, change);
  act(() => shown.control.connection.set(connection));
  return shown;
}

/** What stands beside a word of the list of facts. */
const fact = (term: string) => screen.getByText(term).nextElementSibling?.textContent ?? '';

test('the card tells who is connected, where, since when and until when, and how full the drive is', async () => {
  show(connected());
  expect(screen.getByRole('heading', { name: 'Megan Bowen' })).toBeTruthy();
  expect(screen.getByText('megan@contoso.example')).toBeTruthy();
  expect(screen.getByText('Connected')).toBeTruthy();
  expect(fact('Organisation')).toBe(account.tenantId);
  expect(fact('Connected since')).toMatch(/Oct 12, 2026/);
  expect(fact('Access until')).toMatch(/\(in 4[45] minutes\), then renewed by itself$/);
  await screen.findByText('2 GB of 5 GB used');
  expect(fact('OneDrive')).toBe('OneDrive for work or school2 GB of 5 GB used');
  const link = screen.getByRole('link', { name: /take back what you have allowed/ });
  expect(link.getAttribute('href')).toBe('https://myapps.microsoft.com');
  expect(link.getAttribute('rel')).toBe('noreferrer');
});

test.each([
  [
    'by the domain of whoever is at home there',
    `megan.${account.tenantId}`,
    `contoso.example (${account.tenantId})`,
  ],
  [
    'by its id where the address is of another one',
    'guest.22222222-2222-4222-8222-222222222222',
    account.tenantId,
  ],
])('the organisation is told %s', (_how, id, told) => {
  show(connected({ account: { ...account, id } }));
  expect(fact('Organisation')).toBe(told);
});

test('a personal account is called so, and a drive that is full says what that means', async () => {
  show(connected(), () => ({
    loadAccountFacts: async () =>
      buildAccountFacts({
        isPersonal: () => true,
        drive: async () => ({
          driveType: 'personal',
          quota: { used: 5 * 1024 ** 3, total: 5 * 1024 ** 3, state: 'exceeded' },
          webUrl: undefined,
        }),
      }),
  }));
  expect(await screen.findByText('5 GB of 5 GB used. It is full: nothing can be uploaded.')).toBeTruthy();
  expect(fact('Organisation')).toBe('Personal account');
});

test('who has a picture is shown with it; where there is no drive, the card says so', async () => {
  const picture = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' });
  const { container } = show(connected(), () => ({
    loadAccountFacts: async () =>
      buildAccountFacts({
        photo: async () => picture,
        drive: () => Promise.reject(new OneDriveError('no-drive')),
      }),
  }));
  expect(await screen.findByText('This account has no OneDrive')).toBeTruthy();
  await expect.poll(() => container.querySelector('img')?.src).toMatch(/^blob:/);
});

test('permissions asked for and given stand side by side; what is missing is marked, and how to cure it', async () => {
  const asked = ['User.Read', 'Files.Read', 'Files.ReadWrite', 'Contoso.Special'];
  const { user, control } = show(
    connected({ scopes: { asked, granted: ['user.read', 'Files.Read', 'People.Read'] } }),
  );
  const list = within(screen.getByRole('region', { name: 'Permissions' })).getAllByRole('listitem');
  expect(list.map(({ textContent }) => textContent)).toEqual([
    'See your name, address and pictureUser.Read – asked for and given',
    'See and open your filesFiles.Read – asked for and given',
    'See, change and delete your filesFiles.ReadWrite – asked for, but not given',
    'Contoso.Special – asked for, but not given',
    'Suggest people you work withPeople.Read – given, though not asked for here',
  ]);
  expect(screen.getByText(/^Something is missing\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Reconnect' }));
  expect(control.calls).toEqual(['connect:askConsent']);
});

test('writing covers reading, and all files one’s own: nothing is missing then', () => {
  const asked = ['Files.Read', 'Files.ReadWrite', 'Files.Read.All'];
  show(connected({ scopes: { asked, granted: ['Files.ReadWrite.All'] } }));
  expect(screen.queryByText(/asked for, but not given/)).toBeNull();
  expect(screen.queryByText(/^Something is missing\./)).toBeNull();
});

test('another account is one click away, those who are signed in here by their names', async () => {
  const other = { id: 'other', name: 'Alex Wilber', username: 'alex@contoso.example', tenantId: 't' };
  const { user, control } = show(connected());
  act(() => control.accounts.set([account, other]));
  await user.click(screen.getByRole('button', { name: 'Switch to Alex Wilber (alex@contoso.example)' }));
  expect(control.calls).toEqual(['connect:other']);
  await user.click(screen.getByRole('button', { name: 'Switch account' }));
  expect(control.calls).toEqual(['connect:other', 'connect:selectAccount']);
});

test('Disconnect ends it on this page, and at Microsoft only where that is ticked', async () => {
  const { user, control } = show(connected());
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  expect(control.calls).toEqual(['disconnect']);
  expect(screen.getByRole('button', { name: 'Connect to OneDrive' })).toBeTruthy();
  act(() => control.connection.set(connected()));
  await user.click(screen.getByRole('checkbox', { name: /also sign me out of Microsoft/ }));
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  expect(control.calls).toEqual(['disconnect', 'disconnect:signOut']);
});

test('where files are still being uploaded, Switch account and Disconnect ask first; the focus is on what loses nothing', async () => {
  const { user, control, view } = renderControl(
    <>
      <AccountPanel />
      <Overlays />
    </>,
    () => ({ uploadsAtStake: () => 3 }),
  );
  const isDialogOpen = () => view.dialog.get() !== undefined;
  act(() => control.connection.set(connected()));
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  const dialog = await screen.findByRole('dialog', { name: '3 files are not uploaded yet' });
  expect(document.activeElement?.textContent).toBe('Keep uploading');
  await user.keyboard('{Enter}');
  expect(isDialogOpen()).toBe(false);
  expect(control.calls).toEqual([]);
  await expect.poll(() => document.activeElement?.textContent).toBe('Disconnect');

  await user.click(screen.getByRole('button', { name: 'Switch account' }));
  await user.click(await screen.findByRole('button', { name: 'Stop and switch' }));
  expect(control.calls).toEqual(['connect:selectAccount']);
  expect(isDialogOpen()).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  await user.click(await screen.findByRole('button', { name: 'Stop and disconnect' }));
  expect(control.calls).toEqual(['connect:selectAccount', 'disconnect']);
  expect(dialog.isConnected).toBe(false);
});

test('who connects reads and hears that it worked, until they leave', async () => {
  const { user, control, view } = show({ state: 'signed-out' }, (fake) => ({
    connect: async () => fake.connection.set({ state: 'connecting' }),
  }));
  const said: string[] = [];
  view.announcement.subscribe(() => said.push(view.announcement.get()));
  await user.click(screen.getByRole('button', { name: 'Connect to OneDrive' }));
  expect(screen.getByText('Finish signing in, in the window that opened.')).toBeTruthy();
  act(() => control.connection.set(connected()));
  expect(await screen.findByText('Connected successfully!')).toBeTruthy();
  expect(said).toEqual(['Connected successfully!']);
  act(() => control.connection.set({ state: 'signed-out' }));
  act(() => control.connection.set(connected()));
  expect(screen.queryByText('Connected successfully!')).toBeNull();
});

test('a switch that Microsoft refuses says why, and leaves whoever was connected', async () => {
  const refuse = { connect: () => Promise.reject(new OneDriveError('account-not-allowed')) };
  const { user } = show(connected(), () => refuse);
  await user.click(screen.getByRole('button', { name: 'Switch account' }));
  expect(await screen.findByText(/This account can’t be used here/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Megan Bowen' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(/This account can’t be used here/)).toBeNull();
});

test('a switch that the user gives up says nothing', async () => {
  const giveUp = { connect: () => Promise.reject(new OneDriveError('cancelled')) };
  const { user } = show(connected(), () => giveUp);
  await user.click(screen.getByRole('button', { name: 'Switch account' }));
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('a sign-in that ended says so and keeps the card; the time of a token that ended says what comes', () => {
  const { control } = show({ state: 'expired', account });
  expect(screen.getByText('Sign-in expired')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Sign in again' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Megan Bowen' })).toBeTruthy();
  act(() => control.connection.set(connected({ expiresOn: Date.now() - HOUR })));
  expect(fact('Access until')).toMatch(/\(ended\)\. It is renewed by itself with the next use\.$/);
  act(() => control.connection.set({ state: 'connecting', account }));
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
});

test('where the page signs in, the card shows what is known and leaves the ways out to the page', async () => {
  const { user, control } = show(
    connected({ account: { ...account, tenantId: '' }, since: undefined, scopes: undefined }),
    () => ({
      signInOwner: 'host',
      loadAccountFacts: async () => buildAccountFacts({ consentPage: () => undefined }),
    }),
  );
  await screen.findByText('2 GB of 5 GB used');
  expect(screen.getByText('This page signs you in: change the account or disconnect there.')).toBeTruthy();
  expect(screen.queryByText('Organisation')).toBeNull();
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Renew sign-in']);
  await user.click(screen.getByRole('button', { name: 'Renew sign-in' }));
  expect(control.calls).toEqual(['connect']);
});

test('before connecting, each permission is asked for with its reason', () => {
  const { control } = renderControl(<ConnectCard />, () => ({
    scopes: { read: ['User.Read', 'Files.ReadWrite.All', 'Contoso.Special'], write: ['Files.ReadWrite.All'] },
  }));
  act(() => control.connection.set({ state: 'signed-out' }));
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'See your name, address and picture',
    'See, change and delete all files that you can change, also those of others',
    'Contoso.Special',
    'Stay connected without asking you every hour',
  ]);
  expect(screen.queryByText(/asked only when you first change something/)).toBeNull();
});

test('where an administrator has to approve, a letter with the address is ready to be sent', async () => {
  show({ state: 'signed-out', error: new OneDriveError('admin-approval-needed') });
  expect(await screen.findByText('Send this to your administrator:')).toBeTruthy();
  expect(screen.getByText(/\/organizations\/v2\.0\/adminconsent\?client_id=1/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy the text' })).toBeTruthy();
});

test('the account menu shows the drive’s room and opens the card; who leaves finds no card when they are back', async () => {
  const { user, control, view } = renderControl(
    <>
      <AccountMenu />
      <Overlays />
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Account' }));
  expect(await screen.findByText('2 GB of 5 GB used')).toBeTruthy();
  await user.click(screen.getByRole('menuitem', { name: 'Connection details' }));
  const dialog = await screen.findByRole('dialog', { name: 'Your connection' });
  await user.click(within(dialog).getByRole('button', { name: 'Disconnect' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => control.connection.set(CONNECTED));
  expect(view.dialog.get()).toBeUndefined();
});
