import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons';
import { useEffect, useId, useLayoutEffect, useRef, type RefObject } from 'react';
import { useStore } from '../control-context';
import { focusNearest } from '../dialogs/use-return-focus';
import type { HostDoor, HostWork } from '../host-door';
import { useLineStyles } from '../line-styles';
import { useText, type Text } from '../text';
import { useKeptFocus } from '../transfers/use-kept-focus';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  // Below the list, as the lines of operations.
  region: {
    flexShrink: 0,
    outlineStyle: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  facts: { color: tokens.colorNeutralForeground2, unicodeBidi: 'plaintext', textAlign: 'start' },
});

/** A line for whatever waits for the host, and for what the host has refused, in its own words. */
export function HostLines({ host }: { readonly host: HostDoor }) {
  const text = useText();
  const styles = useStyles();
  const works = useStore(host.works);
  const region = useRef<HTMLElement>(null);
  const focus = useKeptFocus(region);
  useAnnouncements(works);
  useLeaving(region);
  const end = (work: HostWork) => {
    leave(region.current);
    if (work.state.status === 'running') work.state.giveUp();
    host.works.update((all) => all.filter(({ id }) => id !== work.id));
  };
  return (
    <section
      ref={region}
      className={styles.region}
      aria-label={text('host.list')}
      tabIndex={-1}
      {...focus.handlers}
    >
      {works.map((work) => (
        <HostLine key={work.id} work={work} onEnd={() => end(work)} />
      ))}
    </section>
  );
}

function HostLine({ work, onEnd }: { readonly work: HostWork; readonly onEnd: () => void }) {
  const text = useText();
  const styles = useStyles();
  const line = useLineStyles();
  const titleId = useId();
  const isRunning = work.state.status === 'running';
  return (
    <div className={line.line} data-task={work.id}>
      <span className={line.sign}>
        {isRunning ? (
          <Spinner size="extra-tiny" aria-hidden />
        ) : (
          <ErrorCircleFilled className={line.failed} aria-hidden />
        )}
      </span>
      <div className={line.words}>
        <bdi id={titleId}>{titleOf(work, text)}</bdi>
        <div className={styles.facts}>{sentenceOf(work, text)}</div>
      </div>
      <Button size="small" aria-describedby={titleId} onClick={onEnd}>
        {text(isRunning ? 'dialog.cancel' : 'host.close')}
      </Button>
    </div>
  );
}

/** The last line may go by itself, with the focus in it. */
function useLeaving(region: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const place = region.current;
    return () => leave(place);
  }, [region]);
}

/** What has the focus goes away; where it stands, nothing has it any more. */
function leave(place: HTMLElement | null): void {
  const root = place?.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (place?.contains(root.activeElement)) focusNearest(root);
}

/** Speaks when somebody has to wait, and when the host refuses. */
function useAnnouncements(works: readonly HostWork[]): void {
  const text = useText();
  const { announcement } = useViewState();
  const told = useRef<ReadonlySet<HostWork>>(new Set());
  useEffect(() => {
    for (const work of works) {
      if (!told.current.has(work)) {
        announcement.set(`${titleOf(work, text)}. ${sentenceOf(work, text)}`);
      }
    }
    told.current = new Set(works);
  }, [works, text, announcement]);
}

function titleOf({ what, names }: HostWork, text: Text): string {
  return text('host.work', { action: actionOf(what, text), count: names.length, name: names[0] ?? '' });
}

function actionOf(what: HostWork['what'], text: Text): string {
  if (typeof what !== 'string') return what.label;
  switch (what) {
    case 'check-out':
      return text('command.checkOut');
    case 'check-in':
      return text('command.checkIn');
    case 'discard-check-out':
      return text('command.discardCheckOut');
    default:
      return text(`host.what.${what}`);
  }
}

function sentenceOf({ state }: HostWork, text: Text): string {
  if (state.status === 'running') return text('host.running');
  return state.sentence ?? text('host.refused');
}
