import type { Found } from '../expected';
import type { World } from '../world';

/** One thing that is wrong, and what the self-test then says of everything. */
export interface Case {
  readonly broken: string;
  readonly by: (world: World) => void | Promise<void>;
  readonly found: Found;
}

/** Other settings than the right ones. */
export function settings(world: World, changed: object): void {
  world.task = { ...world.task, settings: { ...world.task.settings, ...changed } };
}

/** A fault of every request for this path (a regular expression), as long as the case lasts. */
export function always(path: string, effect: object, match: object = {}): object[] {
  return [{ match: { path, ...match }, times: 1_000, phase: 'before', effect }];
}
