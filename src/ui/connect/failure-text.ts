import type { OneDriveError } from '../../lib';
import type { Text } from '../text';

/** What went wrong and what can be done, for a bar of one sentence or two. */
export function failureText({ code }: Pick<OneDriveError, 'code'>, text: Text): string {
  return text('transfer.failure', {
    title: text(`error.${code}.title`),
    advice: text(`error.${code}.advice`),
  });
}
