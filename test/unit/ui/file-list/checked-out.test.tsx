import { cleanup } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { buildFile } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const THEIRS = { level: 'published', checkedOutBy: 'Megan Bowen' };
const files = [
  buildFile({ name: 'mine.txt', publication: { level: 'checkout', checkedOutBy: 'Alex Wilber' } }),
  buildFile({ name: 'theirs.txt', publication: THEIRS }),
  buildFile({ name: 'free.txt', publication: { level: 'published' } }),
  buildFile({ name: 'personal.txt' }),
];

it.each([1024, 320])('says on the row who has a file checked out, at %d pixels', (width) => {
  const { list } = renderView(files, { width });
  const told = (name: string) => list.row(name).getAttribute('aria-description') ?? '';
  expect(told('mine.txt')).toMatch(/^Checked out by you, /);
  expect(told('theirs.txt')).toMatch(/^Checked out by Megan Bowen, /);
  expect(list.row('mine.txt').textContent).toContain('Checked out by you');
  expect(list.row('theirs.txt').textContent).toContain('Checked out by Megan Bowen');
  for (const name of ['free.txt', 'personal.txt']) {
    expect(`${told(name)} ${list.row(name).textContent}`).not.toContain('Checked out');
  }
});
