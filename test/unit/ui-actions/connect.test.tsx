import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import { Announcer } from '../../../src/ui/announcer';
import { AccountMenu, ConnectCard, ReconnectBar } from '../../../src/ui/connect';
import { PermissionDialog } from '../../../src/ui/permission-dialog';
import { CONNECTED } from '../../support/fake-control-model';
import { renderControl } from './render-control';

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

test('a sign-in that failed says why, what to do, and the service code on demand', async () => {
  const { user, control } = renderControl(<ConnectCard />);
  const error = new OneDriveError('client-unknown', { serviceCode: 'AADSTS700016' });
  act(() => control.connection.set({ state: 'signed-out', error }));
  expect(screen.getByText('Microsoft does not know this app')).toBeTruthy();
  await user.click(screen.getByText('Details'));
  expect(screen.getByText('Service code: AADSTS700016').checkVisibility()).toBe(true);
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
  const account = 'account' in CONNECTED ? CONNECTED.account : undefined;
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
  expect(screen.getByText('Request id: req-7')).toBeTruthy();
  const misuse = new OneDriveError('sign-in-needed', { serviceCode: 'getAccessToken' });
  act(() => control.connection.set({ state: 'signed-out', error: misuse }));
  expect(screen.getByText('Service code: getAccessToken')).toBeTruthy();
});

test('where the page signs in, the account menu offers no way out of its session', async () => {
  const { user, control } = renderControl(<AccountMenu />, () => ({ signInOwner: 'host' }));
  await user.click(screen.getByRole('button', { name: 'Account' }));
  expect(await screen.findByText('Signed in by this page')).toBeTruthy();
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Renew sign-in']);
  await user.click(screen.getByRole('menuitem'));
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
  const account = 'account' in CONNECTED ? CONNECTED.account : undefined;
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

test('the same sentence said twice is spoken twice', async () => {
  const { view } = renderControl(<Announcer />);
  act(() => view.announcement.set('Done.'));
  const first = screen.getByText('Done.');
  act(() => view.announcement.set('Done.'));
  expect(screen.getAllByText('Done.').some((node) => node !== first)).toBe(true);
});
