import { Button, Dialog, DialogSurface } from '@fluentui/react-components';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Realm } from '../../../../src/ui/realm';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

it('a dialog keeps the focus that was in the shadow root before Fluent followed it', async () => {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const first = document.createElement('input');
  root.append(first);
  first.focus();
  render(
    <Realm root={root}>
      <Button>Outside</Button>
      <Dialog open>
        <DialogSurface>
          <Button>One</Button>
          <Button>Two</Button>
        </DialogSurface>
      </Dialog>
    </Realm>,
  );
  const visited: (string | null | undefined)[] = [];
  for (let tabs = 0; tabs < 3; tabs += 1) {
    visited.push(root.activeElement?.textContent);
    await userEvent.keyboard('{Tab}');
  }
  expect(visited).toEqual(['One', 'Two', 'One']);
});
