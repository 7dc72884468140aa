import { useFocusFinders, useModalAttributes } from '@fluentui/react-components';
import { cleanup } from '@testing-library/react';
import { createRoot } from 'react-dom/client';
import { afterAll } from 'vitest';

// Whatever a file of tests has left on the page would be found by the next one.
afterAll(() => {
  cleanup();
  document.body.replaceChildren();
});

/**
 * One Tabster for all tests of a page. Else it ends with the last control of a test, while React still unmounts that,
 * and Tabster throws “Using disposed Tabster” into whatever test comes next.
 */
if (!Reflect.has(globalThis, '__tabsterInstance')) {
  createRoot(document.createElement('div')).render(<Keeper />);
}

function Keeper() {
  useFocusFinders();
  // Tabster prepares for dialogs with the first one, and throws “No element” where a root of an earlier test is gone.
  useModalAttributes({ trapFocus: true });
  return null;
}
