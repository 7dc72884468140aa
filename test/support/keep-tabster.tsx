import { useFocusFinders } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

/**
 * One Tabster for all tests of a page. Else it ends with the last control of a test, while React still unmounts that,
 * and Tabster throws “Using disposed Tabster” into whatever test comes next.
 */
if (!Reflect.has(globalThis, '__tabsterInstance')) {
  createRoot(document.createElement('div')).render(<Keeper />);
}

function Keeper() {
  useFocusFinders();
  return null;
}
