import { act } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { HostLines } from '../../../src/ui/hosting/host-lines';
import { createHostDoor } from '../../../src/ui/one-drive-control/guard-model';
import { useStore } from '../../../src/ui/control-context';
import type { HostDoor } from '../../../src/ui/host-door';
import { createFakeControlModel } from '../../support/fake-control-model';
import { renderControl } from './render-control';

function Lines({ host }: { readonly host: HostDoor }) {
  return useStore(host.works).length > 0 && <HostLines host={host} />;
}

function renderLines() {
  const { signal: ended } = new AbortController();
  const host = createHostDoor({ control: createFakeControlModel(), listeners: { current: {} }, ended });
  const toolbar = (
    <div key="toolbar" role="toolbar" aria-label="Commands">
      <button type="button">Upload</button>
    </div>
  );
  const rendered = renderControl([toolbar, <Lines key="lines" host={host} />]);
  const running = { status: 'running', giveUp: () => undefined } as const;
  act(() =>
    host.works.set([
      { id: 1, what: 'discard-check-out', names: ['a.txt'], state: running },
      { id: 2, what: 'Upload', names: ['b.txt'], state: running },
    ]),
  );
  return { ...rendered, host };
}

afterEach(() => document.body.replaceChildren());

describe('what waits for the page', () => {
  it('is named by its button, and by what becomes of a check-out', () => {
    const { getAllByRole } = renderLines();
    const described = getAllByRole('button', { name: 'Cancel' }).map(
      (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(described).toEqual(['Discard check-out: a.txt', 'Upload: b.txt']);
  });

  it('leaves the focus in the control when the page has answered', () => {
    const { getAllByRole, getByRole, host } = renderLines();
    act(() => getAllByRole('button', { name: 'Cancel' })[0]?.focus());
    act(() => host.works.set([]));
    expect(document.activeElement).toBe(getByRole('button', { name: 'Upload' }));
  });
});
