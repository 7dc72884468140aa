import type { ActionKeysProps } from '../actions';
import { later } from '../later';
import { EmptyBar } from './empty-bar';

export const CommandBar = later(async () => (await import('../soon')).CommandBar, EmptyBar);

/** Actions come with the bar, and so do their keys and their menus. */
export const ActionKeys = later<ActionKeysProps>(async () => (await import('../soon')).ActionKeys);
export const ListMenu = later(async () => (await import('../soon')).ListMenu);

/** It comes with the bar, which is the first to use Tabster. */
export const KeepTabster = later(async () => (await import('../soon')).KeepTabster);
