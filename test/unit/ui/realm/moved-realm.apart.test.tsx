import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFiles } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

// Apart: after other tests the runner's frame no longer delivers to resize observers.
describe('a realm that is moved', () => {
  it('shows its layer again after it was moved in the document', async () => {
    const { root, place } = renderView(buildFiles(2));
    const layer = root.querySelector('[popover]');
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(place);
    await expect.poll(() => layer?.matches(':popover-open')).toBe(true);
  });
});
