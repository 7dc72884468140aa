export { Realm, type RealmProps } from './realm';
export type { ThemeName } from './color-scheme';
