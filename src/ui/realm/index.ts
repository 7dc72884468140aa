export { Realm } from './realm';
export type { ThemeName } from './color-scheme';
