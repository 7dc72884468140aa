import { later } from '../later';
import { EmptyBar } from './empty-bar';

export const CommandBar = later(async () => (await import('./command-bar')).CommandBar, EmptyBar);
