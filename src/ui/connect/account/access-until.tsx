import { useControl } from '../../control-context';
import { useText } from '../../text';
import { useNow } from './use-now';

const MINUTE = 60_000;

/** How long the token lasts, by the clock on the wall and from now on; what becomes of it then. */
export function AccessUntil({ expiresOn }: { readonly expiresOn: number }) {
  const text = useText();
  const minutes = Math.floor((expiresOn - useNow()) / MINUTE);
  const isHost = useControl().signInOwner === 'host';
  const time = text.date(expiresOn);
  if (minutes < 0) return text(isHost ? 'account.untilPast' : 'account.untilPastRenewed', { time });
  const left = minutes < 120 ? text.ago(-minutes, 'minute') : text.ago(-Math.floor(minutes / 60), 'hour');
  return text(isHost ? 'account.untilLeft' : 'account.untilLeftRenewed', { time, left });
}
