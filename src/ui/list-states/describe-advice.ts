import type { OneDriveError } from '../../lib';
import type { Text } from '../text';

/** What can be done. Of the list it is more than of a command: it asks again by itself. */
export function describeAdvice({ code }: OneDriveError, text: Text): string {
  if (code === 'offline' || code === 'throttled') return text(`state.advice.${code}`);
  return text(`error.${code}.advice`);
}
