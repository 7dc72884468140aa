import type { Deed } from './model/model';
import { personOf } from './model/owner';
import type { Call } from './world';

/** What the caller does now. */
export function deedOf({ world, user }: Pick<Call, 'world' | 'user'>): Deed {
  return { at: world.ports.now(), by: personOf(user) };
}
