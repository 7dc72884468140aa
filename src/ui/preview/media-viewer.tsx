import { makeStyles } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { invalidSetting, onPolicyRefusal, OneDriveError, revealSecretUrl, type SecretUrl } from '../../lib';
import { useText } from '../text';
import { putOutOfReach } from './out-of-reach';
import { PreviewFailure } from './preview-failure';
import { PreviewLoading } from './preview-loading';
import { useLoaded } from './use-loaded';
import type { ViewerProps } from './viewer-props';

interface MediaViewerProps extends ViewerProps {
  readonly element: 'video' | 'audio';
}

const useStyles = makeStyles({
  place: { position: 'absolute', inset: 0 },
});

/** A film or a sound, played while it comes. */
export function MediaViewer(props: MediaViewerProps) {
  const { item, load } = props;
  // Where an address has ended, the next one goes on at the same second.
  const [second, setSecond] = useState(0);
  const [failed, setFailed] = useState<SecretUrl>();
  const loaded = useLoaded(async (signal) => (await load()).address(item, signal));
  const isForbidden = useForbidden(loaded.status === 'ready' ? loaded.value : undefined);
  if (isForbidden) {
    return <PreviewFailure item={item} error={invalidSetting('content-security-policy')} />;
  }
  if (loaded.status === 'loading') return <PreviewLoading item={item} />;
  if (loaded.status === 'failed') return <PreviewFailure item={item} {...loaded} />;
  if (loaded.value === failed) {
    const error = new OneDriveError('unexpected-answer');
    return <PreviewFailure item={item} error={error} again={loaded.again} isUnreadable={second === 0} />;
  }
  const onFailed = (at: number) => {
    setSecond(at);
    setFailed(loaded.value);
  };
  return <Player {...props} address={loaded.value} second={second} onFailed={onFailed} />;
}

/** Whether the policy of the page around forbids films and sounds from there: the player only says that it failed. */
function useForbidden(address: SecretUrl | undefined): boolean {
  const [isForbidden, setForbidden] = useState(false);
  useEffect(() => {
    if (!address) return undefined;
    const { origin } = new URL(revealSecretUrl(address));
    return onPolicyRefusal((refusal) => {
      if (refusal.directive === 'media-src' && refusal.origin === origin) setForbidden(true);
    });
  }, [address]);
  return isForbidden;
}

interface PlayerProps extends MediaViewerProps {
  readonly address: SecretUrl;
  readonly second: number;
  readonly onFailed: (second: number) => void;
}

function Player({ item, element, address, second, onFailed }: PlayerProps) {
  const text = useText();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const title = text('preview.content', { name: item.name });
  const fail = useEffectEvent(onFailed);
  const start = useEffectEvent(() => second);
  useEffect(() => {
    if (!place.current) return undefined;
    const player = place.current.ownerDocument.createElement(element);
    player.controls = true;
    player.preload = 'metadata';
    // No cookies of the site that has the bytes.
    player.crossOrigin = 'anonymous';
    player.setAttribute('aria-label', title);
    player.setAttribute('playsinline', '');
    Object.assign(player.style, { position: 'absolute', inset: '0', margin: 'auto', outlineOffset: '-2px' });
    Object.assign(player.style, { width: '100%', height: element === 'video' ? '100%' : '54px' });
    player.addEventListener('error', () => fail(player.currentTime));
    player.src = revealSecretUrl(address);
    player.currentTime = start();
    const takeOut = putOutOfReach(place.current, player);
    return () => {
      takeOut();
      // Out of the page it would go on loading, and playing.
      player.removeAttribute('src');
      player.load();
    };
  }, [address, element, title]);
  return <div ref={place} className={styles.place} data-own-keys="" />;
}
