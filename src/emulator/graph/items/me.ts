import type { Answer } from '../protocol/answer';
import { GraphError } from '../protocol/graph-error';
import { selected } from '../protocol/selected';
import type { Call } from '../world';

/** No demo account has one. */
export function readPhoto(): Answer {
  throw new GraphError(404, 'ImageNotFound', "The photo wasn't found.");
}

export function readMe(call: Call): Answer {
  const { user, options } = call;
  const [givenName = user.name, ...rest] = user.name.split(' ');
  const all = {
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
  return { status: 200, context: 'users/$entity', body: selected(all, options.select) };
}
