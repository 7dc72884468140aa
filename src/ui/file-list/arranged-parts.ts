import { later } from '../later';

/** What only folders need that somebody has arranged: the plain list, which most are, does not wait for it. */
const load = () => import('./arranged');

export const Tiles = later(async () => (await load()).Tiles);
export const GroupHeading = later(async () => (await load()).GroupHeading);
export const LibraryField = later(async () => (await load()).LibraryField);
export const ColumnTools = later(async () => (await load()).ColumnTools);
