import { act, cleanup, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { buildFile } from '../../../support/drive-items';
import { renderPicking } from './render-picking';

const items = [buildFile({ name: 'a.pdf' }), buildFile({ name: 'b.pdf' })];

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

it.each(['Cancel', 'Choose'])('%s ends picking, and the focus goes on in the list', async (name) => {
  const { user, button, check, model, list, onPick, onCancel } = await renderPicking(items);
  onPick.mockImplementation(() => model.picker.stop());
  onCancel.mockImplementation(() => model.picker.stop());
  await check('b.pdf');
  button(name).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(list.focused()).toBe('b.pdf'));
});

it('takes the focus from nobody: a page that moves it when something was chosen keeps it there', async () => {
  const { user, button, check, model, onPick, list } = await renderPicking(items);
  const field = document.createElement('input');
  document.body.append(field);
  onPick.mockImplementation(() => {
    model.picker.stop();
    field.focus();
  });
  await check('a.pdf');
  await user.click(button('Choose'));
  expect([document.activeElement, list.focused()]).toEqual([field, undefined]);
});

it('does not come into the control when picking ends while the focus is elsewhere', async () => {
  const { button, model, list, change } = await renderPicking(items);
  const field = document.createElement('input');
  document.body.append(field);
  button('Cancel').focus();
  act(() => field.focus());
  act(() => field.blur());
  change(() => model.picker.stop());
  expect([document.activeElement, list.focused()]).toEqual([document.body, undefined]);
});
