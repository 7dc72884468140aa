import type { MessageId } from '../../locales';
import type { ControlModel } from '../control-model';

/** By the last part of the authority; the id is that of the tenant where Microsoft keeps personal accounts. */
const KINDS: Readonly<Record<string, MessageId>> = {
  common: 'connect.explanation',
  organizations: 'connect.explanation.work',
  consumers: 'connect.explanation.personal',
  '9188040d-6c67-4c5b-b112-36a304b66dad': 'connect.explanation.personal',
};

/** Whose account opens the files of this page: the sign-in takes no other. */
export function whoseAccount({ setUp }: Pick<ControlModel, 'setUp'>): MessageId {
  const tenant = setUp?.authority?.split('/').at(-1) ?? 'common';
  return KINDS[tenant] ?? 'connect.explanation.organisation';
}
