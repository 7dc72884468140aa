import { useFocusFinders } from '@fluentui/react-components';

/**
 * Fluent ends Tabster with the last component that uses it: what Tabster has hidden from assistive technology behind an
 * open dialog would stay hidden where the dialog goes with all the rest, as when somebody signs out in another tab.
 */
export function KeepTabster() {
  useFocusFinders();
  return null;
}
