import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ThemeName } from '../../host';
import type { TeamsThemes } from './teams-themes';

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
  const teams = useTeamsThemes(isTeams(name));
  if (isTeams(name) && teams) return teams[name];
  // While it is loading, and where that fails, the web's own theme that is nearest.
  const isDark = name === 'dark' || name === 'teams-dark' || name === 'teams-contrast';
  return isDark || (name === 'auto' && systemIsDark) ? webDarkTheme : webLightTheme;
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
