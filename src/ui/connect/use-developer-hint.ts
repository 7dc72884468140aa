import { useEffect, useEffectEvent, useRef } from 'react';
import type { Connection } from '../../auth';
import { useControl } from '../control-context';
import { useText } from '../text';

let isTold = false;

/**
 * A wrong registration shows in Microsoft's window alone. Where that was closed, or given up, without an answer, the
 * console says once where to look: users have their own words.
 */
export function useDeveloperHint(connection: Connection): void {
  const text = useText();
  const { setUp } = useControl();
  const wasOpen = useRef(false);
  const tell = useEffectEvent(() => {
    if (isTold || !setUp?.redirectUri) return;
    isTold = true;
    // oxlint-disable-next-line no-console -- whoever builds the page has to know
    console.warn(text('connect.developer', { address: setUp.redirectUri }));
  });
  useEffect(() => {
    const isOpen = connection.state === 'connecting' && connection.interaction === 'popup';
    const isGone = isOpen && connection.isWindowGone;
    if (isGone || (wasOpen.current && isGivenUp(connection))) tell();
    wasOpen.current = isOpen;
  }, [connection]);
}

function isGivenUp(connection: Connection): boolean {
  return connection.state === 'signed-out' && (!connection.error || connection.error.code === 'cancelled');
}
