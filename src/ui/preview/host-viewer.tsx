import { makeStyles } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Viewer } from '../../host';
import { OneDriveError, toOneDriveError } from '../../lib';
import { FileCard } from './file-card';
import { MOST_OF_IMAGE } from './limits';
import { PreviewFailure } from './preview-failure';
import type { ViewerProps } from './viewer-props';

const useStyles = makeStyles({ place: { position: 'absolute', inset: 0, overflow: 'auto' } });

/** What the page around draws of a file. */
export function HostViewer({ item, load, viewer }: ViewerProps & { readonly viewer: Viewer }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<{ readonly of: number; readonly error: OneDriveError }>();
  const read = async (maxSize: number, signal: AbortSignal) => {
    const { bytes, isCut } = await (await load()).read(item, maxSize, signal);
    if (isCut) throw new OneDriveError('file-too-large');
    return new Blob([...bytes]);
  };
  const draw = useEffectEvent(async (container: HTMLElement, signal: AbortSignal) =>
    viewer.render(container, item, {
      signal,
      read: ({ maxSize = MOST_OF_IMAGE } = {}) => read(maxSize, signal),
    }),
  );
  useEffect(() => {
    const container = place.current;
    if (!container) return undefined;
    const ended = new AbortController();
    draw(container, ended.signal).catch((cause: unknown) => {
      if (!ended.signal.aborted) setFailure({ of: attempt, error: toOneDriveError(cause) });
    });
    return () => {
      ended.abort();
      container.replaceChildren();
    };
  }, [attempt]);
  if (failure?.of !== attempt)
    return <div key={attempt} ref={place} className={styles.place} data-own-keys="" />;
  if (failure.error.code === 'file-too-large') return <FileCard item={item} why="tooLarge" />;
  return <PreviewFailure item={item} error={failure.error} again={() => setAttempt((count) => count + 1)} />;
}
