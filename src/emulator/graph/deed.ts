import { tellablePath } from '../tellable-path';
import type { Deed } from './model/model';
import { personOf } from './model/owner';
import type { Origin } from './ledger';
import type { Call, World } from './world';

/** What the caller does now. */
export function deedOf(call: Pick<Call, 'world' | 'user' | 'caller' | 'request' | 'number'>): Deed {
  const { world, user, caller, request, number } = call;
  const who = { user: user.oid, application: caller.clientId };
  return { at: world.ports.now(), by: personOf(user), tell: teller(world, { request, number }, who) };
}

/** Brings into the ledger what is done for a request. */
export function teller(
  world: World,
  { request, number }: { readonly request: Request; readonly number: number | null },
  who: Pick<Origin, 'user' | 'application'>,
): NonNullable<Deed['tell']> {
  const { method, url, headers } = request;
  const origin: Origin = {
    request: number,
    method,
    path: tellablePath(new URL(url).pathname),
    clientRequestId: headers.get('client-request-id'),
    ifMatch: headers.get('if-match'),
    ...who,
  };
  return (write) => world.ledger.record(write, origin);
}
