import { later } from '../later';
import { EmptyBar } from './empty-bar';

export const CommandBar = later(async () => (await import('./command-bar')).CommandBar, EmptyBar);

/** It comes with the bar, which is the first to use Tabster. */
export const KeepTabster = later(async () => (await import('./command-bar')).KeepTabster);
