import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ControlProvider } from '../../../src/ui/control-context';
import { useFirstRows } from '../../../src/ui/use-first-rows';
import { createFakeControlModel } from '../../support/fake-control-model';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Rest() {
  return <p>{useFirstRows() ? 'loads' : 'waits'}</p>;
}

test('the rest waits two seconds for a listing that hangs, and no longer', () => {
  const model = createFakeControlModel();
  model.folder.set({ listing: { status: 'loading' }, rows: [] });
  render(
    <ControlProvider value={model}>
      <Rest />
    </ControlProvider>,
  );
  act(() => void vi.advanceTimersByTime(1_900));
  expect(screen.getByText('waits')).toBeTruthy();
  act(() => void vi.advanceTimersByTime(200));
  expect(screen.getByText('loads')).toBeTruthy();
});
