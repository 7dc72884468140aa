import { makeStyles } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { onPolicyRefusal, revealSecretUrl, type OneDriveError, type SecretUrl } from '../../lib';
import { useText } from '../text';
import { putOutOfReach } from './out-of-reach';
import { PictureViewer } from './picture-viewer';
import { PreviewFailure } from './preview-failure';
import { PreviewLoading } from './preview-loading';
import { useLoaded } from './use-loaded';
import type { ViewerProps } from './viewer-props';

const useStyles = makeStyles({
  // The pages of the service are made for paper: white in a dark control, too.
  place: { position: 'absolute', inset: 0, backgroundColor: '#fff', colorScheme: 'light' },
});

/** What the service's page needs: its scripts, on its own site, and to let users open and save. Never this window. */
const ALLOWED =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** The service's own page of a file, in a frame that is another site: nothing of it reaches this page. */
export function PageViewer(props: ViewerProps) {
  const { item, load } = props;
  const styles = useStyles();
  const [isRefused, setRefused] = useState(false);
  const loaded = useLoaded(async (signal) => (await load()).page(item, signal));
  if (loaded.status === 'loading') return <PreviewLoading item={item} />;
  if (loaded.status === 'failed' && !hasNoPage(loaded.error)) {
    return <PreviewFailure item={item} {...loaded} />;
  }
  if (loaded.status === 'failed' || !loaded.value || isRefused) return <PictureViewer {...props} isPage />;
  const onRefused = () => setRefused(true);
  return <PageFrame {...props} page={loaded.value} className={styles.place} onRefused={onRefused} />;
}

interface PageFrameProps extends ViewerProps {
  readonly page: SecretUrl;
  readonly className: string;
  /** The policy of the page around forbids such frames. */
  readonly onRefused: () => void;
}

function PageFrame({ item, page, className, onRefused }: PageFrameProps) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const [isShown, setShown] = useState(false);
  const title = text('preview.content', { name: item.name });
  const refuse = useEffectEvent(onRefused);
  useEffect(() => {
    const { origin } = new URL(revealSecretUrl(page));
    return onPolicyRefusal((refusal) => {
      if (refusal.directive === 'frame-src' && refusal.origin === origin) refuse();
    });
  }, [page]);
  useEffect(() => {
    if (!place.current) return undefined;
    // oxlint-disable-next-line react/iframe-missing-sandbox -- it has one, some lines below
    const frame = place.current.ownerDocument.createElement('iframe');
    frame.title = title;
    frame.referrerPolicy = 'no-referrer';
    frame.setAttribute('sandbox', ALLOWED);
    frame.setAttribute('allow', 'fullscreen');
    Object.assign(frame.style, { width: '100%', height: '100%', border: '0' });
    frame.addEventListener('load', () => setShown(true), { once: true });
    frame.src = revealSecretUrl(page);
    return putOutOfReach(place.current, frame);
  }, [page, title]);
  return (
    <>
      <div ref={place} className={className} />
      {!isShown && <PreviewLoading item={item} />}
    </>
  );
}

/** The service refuses it as a request that makes no sense. */
function hasNoPage({ code }: OneDriveError): boolean {
  return code === 'invalid-request';
}
