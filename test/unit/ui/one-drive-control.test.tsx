import { act, cleanup, render, within } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import { createOneDriveComponent, type OneDriveControlHandle } from '../../../src/ui';
import { buildFolder } from '../../support/drive-items';
import { CONNECTED, createFakeControlModel } from '../../support/fake-control-model';

const signIn = { clientId: 'client', redirectUri: '/oauth2callback.html' };

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** The component over models in memory; `made` are all of them, the last one is alive. */
function createScene() {
  const made: (ReturnType<typeof createFakeControlModel> & { disposed: boolean; options: object })[] = [];
  const OneDriveControl = createOneDriveComponent((options) => {
    if ('signIn' in options && options.signIn.clientId === '')
      throw new OneDriveError('configuration-invalid', { serviceCode: 'clientId' });
    const model = createFakeControlModel(() => [buildFolder({ name: 'Alpha' })]);
    const entry = Object.assign(model, { disposed: false, options });
    made.push(entry);
    return Object.assign(model, { dispose: () => void (entry.disposed = true) });
  });
  return { made, OneDriveControl };
}

function inside(container: HTMLElement) {
  const root = container.firstElementChild?.shadowRoot?.querySelector<HTMLElement>('.body');
  if (!root) throw new Error('There is no shadow root.');
  return within(root);
}

describe('the React component', () => {
  it('has one living control, in strict mode too, and ends it when it goes', () => {
    const { made, OneDriveControl } = createScene();
    const view = render(
      <StrictMode>
        <OneDriveControl {...signIn} />
      </StrictMode>,
    );
    expect(made.filter(({ disposed }) => !disposed)).toHaveLength(1);
    expect(inside(view.container).getByRole('grid', { name: 'Files' })).toBeDefined();
    view.unmount();
    expect(made.every(({ disposed }) => disposed)).toBe(true);
  });

  it('makes another control for other settings, and for nothing else', () => {
    const { made, OneDriveControl } = createScene();
    const view = render(<OneDriveControl {...signIn} scopes={['Files.Read']} onError={() => undefined} />);
    view.rerender(<OneDriveControl {...signIn} scopes="Files.Read" theme="dark" onError={() => undefined} />);
    expect(made).toHaveLength(1);
    expect(made[0]?.options).toMatchObject({
      signIn: { redirectUri: new URL('/oauth2callback.html', location.href).href, scopes: ['Files.Read'] },
    });
    view.rerender(<OneDriveControl {...signIn} tenant="contoso.example" />);
    expect(made.map(({ disposed }) => disposed)).toEqual([true, false]);
  });

  it('tells what happens in the words of the contract, each thing once', () => {
    const { made, OneDriveControl } = createScene();
    const told: string[] = [];
    render(
      <OneDriveControl
        {...signIn}
        onConnection={({ state, account }) => told.push(`${state} ${account?.name ?? '-'}`)}
        onSelection={({ items }) => told.push(items.map(({ name }) => name).join())}
        onError={({ code }) => told.push(code)}
      />,
    );
    const model = made[0];
    const error = new OneDriveError('popup-blocked');
    act(() => model?.connection.set({ ...CONNECTED }));
    act(() =>
      model?.folder.setSelection((_selection, rows) => ({
        all: true,
        exceptions: new Set(),
        anchor: rows[0]?.id,
      })),
    );
    act(() => model?.connection.set({ state: 'signed-out', error }));
    act(() => model?.connection.set({ state: 'connecting' }));
    act(() => model?.connection.set({ state: 'signed-out', error }));
    expect(told).toEqual([
      'connected Megan Bowen',
      'Alpha',
      'blocked -',
      'popup-blocked',
      'connecting -',
      'blocked -',
    ]);
  });

  it('explains settings that can’t be right, tells them, and refuses its methods with them', async () => {
    const { made, OneDriveControl } = createScene();
    const errors: OneDriveError[] = [];
    const ref = createRef<OneDriveControlHandle>();
    const view = render(
      <OneDriveControl {...signIn} clientId="" ref={ref} onError={(error) => errors.push(error)} />,
    );
    expect(inside(view.container).getByRole('alert').textContent).toContain('client id');
    expect(errors.map(({ code }) => code)).toEqual(['configuration-invalid']);
    await expect(ref.current?.connect()).rejects.toBe(errors[0]);
    view.rerender(<OneDriveControl {...signIn} ref={ref} redirectUri="https://elsewhere.example/cb.html" />);
    expect(inside(view.container).getByRole('alert').textContent).toContain(location.origin);
    expect(made).toHaveLength(0);
  });

  it('opens a window only where somebody must sign in', async () => {
    const { made, OneDriveControl } = createScene();
    const ref = createRef<OneDriveControlHandle>();
    render(<OneDriveControl {...signIn} ref={ref} />);
    await ref.current?.connect();
    expect(made[0]?.calls).toEqual([]);
    act(() => made[0]?.connection.set({ state: 'signed-out' }));
    await expect(ref.current?.refresh()).rejects.toMatchObject({ code: 'sign-in-needed' });
    await act(async () => ref.current?.connect());
    expect(made[0]?.calls).toEqual(['connect']);
  });

  it('asks a page that signs its users in whenever it is told to connect', async () => {
    const { made, OneDriveControl } = createScene();
    const ref = createRef<OneDriveControlHandle>();
    render(<OneDriveControl getAccessToken={async () => 'token'} ref={ref} />);
    Object.assign(made[0] ?? {}, { signInOwner: 'host' });
    await act(async () => ref.current?.connect());
    expect(made[0]?.calls).toEqual(['connect']);
  });
});
