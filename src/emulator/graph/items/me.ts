import type { Answer } from '../protocol/answer';
import { GraphError } from '../protocol/graph-error';
import { requireProfile } from '../protocol/scopes';
import type { Call } from '../world';

/** `/me` and its photo, which no demo account has. */
export function readMe(call: Call, action: readonly string[]): Answer {
  requireProfile(call.caller);
  const [first = ''] = action;
  if (first.toLowerCase() === 'photo' || first.toLowerCase() === 'photos') {
    throw new GraphError(404, 'ImageNotFound', "The photo wasn't found.");
  }
  if (first !== '') throw unknownSegment(first);
  const { user, options } = call;
  const [givenName = user.name, ...rest] = user.name.split(' ');
  const all: Record<string, unknown> = {
    businessPhones: [],
    displayName: user.name,
    givenName,
    jobTitle: null,
    mail: user.upn,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: rest.join(' '),
    userPrincipalName: user.upn,
    id: user.oid,
  };
  const { select } = options;
  const body =
    select === null ? all : Object.fromEntries(Object.entries(all).filter(([name]) => select.has(name)));
  return { status: 200, context: 'users/$entity', body };
}

export function unknownSegment(segment: string): GraphError {
  return new GraphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
}
