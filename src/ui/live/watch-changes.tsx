import { useEffect, useRef, useState } from 'react';
import type { ChangeCount } from '../../drive';
import { createBrowserEnvironment } from '../../lib';
import { useControl } from '../control-context';
import { pointAhead } from './point-ahead';
import { paneAt } from '../pane-at';
import { useText, type Text } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';

const environment = createBrowserEnvironment();

/** While the control is in sight, its list follows what others change; what that was is said, once for all of it. */
export function WatchChanges() {
  const control = useControl();
  const text = useText();
  const { announcement } = useViewState();
  const [place, setPlace] = useElement<HTMLSpanElement>();
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const box = place.current?.parentElement;
    const observer = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? false));
    if (box) observer.observe(box);
    return () => observer.disconnect();
  }, [place]);
  useEffect(() => {
    const box = place.current?.parentElement;
    if (!box) return undefined;
    return pointAhead({
      place: box,
      environment,
      state: (row) => paneAt(row, control).state,
      readAhead: (folder) => control.readAhead(folder),
    });
  }, [place, control]);
  // Texts that come later are no reason to begin anew.
  const newest = useRef(text);
  useEffect(() => {
    newest.current = text;
  }, [text]);
  useEffect(
    () =>
      isSeen ? control.watch((count) => announcement.set(sentenceOf(count, newest.current))) : undefined,
    [isSeen, control, announcement],
  );
  return <span ref={setPlace} hidden />;
}

function sentenceOf({ added, changed, removed }: ChangeCount, text: Text): string {
  const parts = [
    added > 0 && text('live.added', { count: added }),
    changed > 0 && text('live.changed', { count: changed }),
    removed > 0 && text('live.removed', { count: removed }),
  ];
  return parts.filter((part) => part !== false).join(' ');
}
