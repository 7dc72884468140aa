import type { ActionKeysProps } from '../actions';
import { importSoon } from '../import-soon';
import { later } from '../later';
import { EmptyBar } from './empty-bar';

export const CommandBar = later(async () => (await importSoon()).CommandBar, EmptyBar);

/** Actions come with the bar, and so do their keys and their menus. */
export const ActionKeys = later<ActionKeysProps>(async () => (await importSoon()).ActionKeys);
export const ListMenu = later(async () => (await importSoon()).ListMenu);

/** It comes with the bar, which is the first to use Tabster. */
export const KeepTabster = later(async () => (await importSoon()).KeepTabster);
