import { cleanup, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFiles } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

// Apart: parts of Fluent that other tests render without a realm mark the body.
describe('the page around a realm', () => {
  it('is neither hidden nor marked by an open dialog', async () => {
    const outside = document.createElement('p');
    document.body.append(outside);
    const { root, user } = renderView(buildFiles(2));
    await user.click(within(root).getByRole('button', { name: 'New folder' }));
    await within(root).findByRole('dialog');
    expect(outside.closest('[aria-hidden]')).toBeNull();
    expect(document.body.hasAttribute('data-tabster')).toBe(false);
  });
});
