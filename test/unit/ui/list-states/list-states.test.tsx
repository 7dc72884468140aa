import { cleanup, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OneDriveError, type ErrorCode } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';
import type { FakeControlModel } from '../../../support/fake-control-model';
import { renderView } from '../../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.useRealTimers();
});

function fail(code: ErrorCode, retryAt?: number) {
  const error = new OneDriveError(code, { status: 503, requestId: 'request-1' });
  return { listing: { status: 'failed', error, retryAt } } as const;
}

function renderFailed(code: ErrorCode, items = [] as ReturnType<typeof buildFile>[], retryAt?: number) {
  const view = renderView(items, {}, (model: FakeControlModel) => model.folder.set(fail(code, retryAt)));
  return { ...view, screen: within(view.root) };
}

describe('while there are no rows', () => {
  it('the first load shows a skeleton in the shape of rows', () => {
    const { root } = renderView([], {}, (model) => model.folder.set({ listing: { status: 'loading' } }));
    expect(within(root).getByRole('status', { name: 'Loading files…' })).toBeDefined();
    expect(within(root).getByRole('grid', { name: 'Files' }).getAttribute('aria-busy')).toBe('true');
  });

  it('an empty folder says so, and what can be done has names of its own', async () => {
    const { root, user } = renderView([]);
    const screen = within(root);
    expect(screen.getByText('This folder is empty')).toBeDefined();
    expect(screen.getAllByRole('button', { name: 'New folder' })).toHaveLength(1);
    expect(screen.getAllByRole('button', { name: 'Upload' })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Create a folder' }));
    expect(await screen.findByRole('dialog', { name: 'New folder' })).toBeDefined();
  });

  it('a filter that hides everything can be taken off', async () => {
    const { root, user, list } = renderView([buildFile({ name: 'a.txt' })], {}, (model) =>
      model.folder.setFilter('zzz'),
    );
    expect(within(root).getByText('No name contains “zzz”')).toBeDefined();
    await user.click(within(root).getByRole('button', { name: 'Show all' }));
    expect(list.names()).toEqual(['a.txt']);
  });

  it('a long filter takes two lines of the headline, not the page', () => {
    const filter = 'very-long-'.repeat(80);
    const { root } = renderView([buildFile({ name: 'a.txt' })], { width: 320 }, (model) =>
      model.folder.setFilter(filter),
    );
    const headline = within(root).getByRole('heading', { name: new RegExp(filter) });
    const lineHeight = Number.parseFloat(getComputedStyle(headline).lineHeight);
    expect(headline.getBoundingClientRect().height).toBe(2 * lineHeight);
  });

  it('a failure offers one way out, and the facts on demand', async () => {
    const { screen, user, model } = renderFailed('unavailable');
    expect(screen.getByRole('alert').textContent).toContain('OneDrive is not available right now');
    expect(screen.getByText('request-1')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(model.folder.state.get().listing.status).toBe('complete');
  });

  it.each([
    ['offline', 'No connection', 'Check the network connection. The list goes on by itself'],
    ['throttled', 'OneDrive is busy', 'It asked us to wait. The list goes on by itself.'],
    ['not-found', 'This is no longer here', 'It was deleted or moved.'],
  ] as const)('the list says what happens next after %s', (code, title, advice) => {
    const { screen } = renderFailed(code);
    expect(screen.getByRole('alert').textContent).toContain(title);
    expect(screen.getByRole('alert').textContent).toContain(advice);
  });

  it('an account without a drive can be changed', async () => {
    const { screen, user, model } = renderFailed('no-drive');
    await user.click(screen.getByRole('button', { name: 'Use another account' }));
    expect(model.calls).toContain('connect:selectAccount');
  });

  it('waiting counts down to the next try', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const { root, change } = renderFailed('throttled', [], 1_010_000);
    change(() => vi.advanceTimersByTime(0));
    expect(root.textContent).toContain('Trying again in 10 seconds.');
    change(() => vi.advanceTimersByTime(3000));
    expect(root.textContent).toContain('Trying again in 7 seconds.');
  });
});

describe('while rows are shown', () => {
  it('a failure stands above them and takes none away', () => {
    const { root, list } = renderFailed('unavailable', [buildFile({ name: 'a.txt' })]);
    expect(root.textContent).toContain('OneDrive is not available right now');
    expect(list.names()).toEqual(['a.txt']);
  });

  it('a connection that fails is told to come back by itself', () => {
    const { root } = renderFailed('offline', [buildFile({ name: 'a.txt' })]);
    expect(root.textContent).toContain('The list goes on by itself as soon as the connection is back.');
  });

  it('being offline is told, the list stays', () => {
    const { root, list } = renderView([buildFile({ name: 'a.txt' })], {}, (model) => model.online.set(false));
    expect(root.textContent).toContain('You are offline.');
    expect(list.names()).toEqual(['a.txt']);
  });

  it('no bar speaks of a list where none is shown', () => {
    const { root } = renderView([], {}, (model) => {
      model.online.set(false);
      model.folder.set(fail('offline'));
    });
    expect(root.textContent).toContain('No connection');
    expect(root.textContent).not.toContain('You are offline.');
  });

  it('more pages on their way show a line and how many there are', () => {
    const { root } = renderView([buildFile({ name: 'a.txt' })], {}, (model) =>
      model.folder.set({ listing: { status: 'partial' } }),
    );
    expect(within(root).getByRole('progressbar', { name: 'Loading files…' })).toBeDefined();
    expect(root.textContent).toContain('Loaded 1 item…');
  });
});
