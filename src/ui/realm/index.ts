export { loadFocusApi } from './focus-api';
export { Realm } from './realm';
export type { ThemeName } from './color-scheme';
