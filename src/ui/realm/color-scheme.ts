import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** `auto` follows the system. */
export type ThemeName = 'auto' | 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void) {
  const query = matchMedia(DARK);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useTheme(name: ThemeName): Theme {
  const systemIsDark = useSyncExternalStore(
    subscribe,
    () => matchMedia(DARK).matches,
    () => false,
  );
  return name === 'dark' || (name === 'auto' && systemIsDark) ? webDarkTheme : webLightTheme;
}
