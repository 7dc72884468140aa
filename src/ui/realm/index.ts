export { loadFocusApi } from './focus-api';
export { Realm } from './realm';
