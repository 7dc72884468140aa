import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

/** Loaded where one of them is asked for. */
export const TEAMS_THEMES = {
  'teams-light': teamsLightTheme,
  'teams-dark': teamsDarkTheme,
  'teams-contrast': teamsHighContrastTheme,
} as const;

export type TeamsThemes = typeof TEAMS_THEMES;
