import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { selectOnly } from '../../../src/drive';
import { CommandBar } from '../../../src/ui/command-bar';
import { renderControl } from './render-control';

test('a double click on Download downloads once', async () => {
  const { user, control } = renderControl(<CommandBar />);
  const [first] = control.folder.state.get().rows;
  act(() => control.folder.setSelection(() => selectOnly(first?.id ?? '')));
  await user.dblClick(screen.getByRole('button', { name: 'Download' }));
  expect(control.calls).toEqual([`download:${first?.name}`]);
});

test.each([320, 900])('at %i px nothing invisible takes room in the bar', (width) => {
  renderControl(
    <div style={{ width }}>
      <CommandBar />
    </div>,
  );
  const edgeOf = (element: Element | null) => element?.getBoundingClientRect();
  const upload = edgeOf(screen.getByRole('button', { name: 'Upload' }));
  const search = edgeOf(screen.getByRole('searchbox').parentElement);
  const toolbar = edgeOf(screen.getByRole('toolbar'));
  if (width === 320) expect(search?.left).toBe(upload?.left);
  else expect(search?.left).toBe((toolbar?.right ?? 0) + 8);
});
