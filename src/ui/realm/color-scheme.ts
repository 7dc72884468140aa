import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ThemeName } from '../../host';
import type { TeamsThemes } from './teams-themes';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void) {
  const query = matchMedia(DARK);
  query.addEventListener('change', listener);
  // Pages turn dark by an attribute of one of these.
  const observer = new MutationObserver(listener);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true });
  }
  return () => {
    query.removeEventListener('change', listener);
    observer.disconnect();
  };
}

/** As the browser's own fields and scroll bars are there: a page that does not say it can be dark is light. */
function isDarkAt(place: Element): boolean {
  const { colorScheme } = getComputedStyle(place);
  const meta = document.querySelector<HTMLMetaElement>('meta[name=color-scheme]');
  const declared = colorScheme === 'normal' ? (meta?.content ?? '') : colorScheme;
  return declared.includes('dark') && (!declared.includes('light') || matchMedia(DARK).matches);
}

/** @param place in the page: where no theme is named, its colours count */
export function useTheme(name: ThemeName, place: Element): Theme {
  const isPageDark = useSyncExternalStore(
    subscribe,
    () => isDarkAt(place),
    () => false,
  );
  const teams = useTeamsThemes(isTeams(name));
  if (isTeams(name) && teams) return teams[name];
  // While it is loading, and where that fails, the web's own theme that is nearest.
  const isDark = name === 'dark' || name === 'teams-dark' || name === 'teams-contrast';
  return isDark || (name === 'auto' && isPageDark) ? webDarkTheme : webLightTheme;
}

let loaded: TeamsThemes | undefined;

function useTeamsThemes(isWanted: boolean): TeamsThemes | undefined {
  const [themes, setThemes] = useState(loaded);
  useEffect(() => {
    if (!isWanted || themes) return undefined;
    let isGone = false;
    const keep = ({ TEAMS_THEMES }: { readonly TEAMS_THEMES: TeamsThemes }) => {
      loaded = TEAMS_THEMES;
      if (!isGone) setThemes(loaded);
    };
    import('./teams-themes').then(keep, () => undefined);
    return () => {
      isGone = true;
    };
  }, [isWanted, themes]);
  return themes;
}

function isTeams(name: ThemeName): name is keyof TeamsThemes {
  return name.startsWith('teams-');
}
