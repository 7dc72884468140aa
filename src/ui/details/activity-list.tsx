import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddCircleRegular, EditRegular, ShareRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Activity, ActivityEvent, ViewCounts } from '../../drive';
import { useText, type Text } from '../text';

/** As many as are seen without scrolling far; whoever wants all asks for them. */
const FIRST = 10;

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0, alignSelf: 'stretch' },
  event: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalSNudge,
  },
  sign: {
    flexShrink: 0,
    fontSize: '20px',
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  second: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const SIGNS = { created: AddCircleRegular, changed: EditRegular, shared: ShareRegular } as const;

/** How often it was viewed, then what was done to it: the newest first. Ends with what is not told. */
export function ActivityList({ activity: { views, events } }: { readonly activity: Activity }) {
  const text = useText();
  const styles = useStyles();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? events : events.slice(0, FIRST);
  const more = events.length - shown.length;
  const hint = views === 'uncounted' ? 'details.activity.hintPersonal' : 'details.activity.hint';
  return (
    <div className={styles.part}>
      {views !== 'uncounted' && (
        <div>{views === 'untold' ? text('details.activity.noViews') : viewsText(views, text)}</div>
      )}
      <ul className={styles.list}>
        {shown.map((event) => (
          <Event key={`${event.kind} ${event.at}`} event={event} />
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" onClick={() => setWhole(true)}>
          {text('details.activity.more', { count: more })}
        </Button>
      )}
      <div className={styles.second}>{text(hint)}</div>
    </div>
  );
}

function Event({ event: { kind, at, by } }: { readonly event: ActivityEvent }) {
  const text = useText();
  const styles = useStyles();
  const Sign = SIGNS[kind];
  return (
    <li className={styles.event}>
      <Sign className={styles.sign} aria-hidden />
      <div className={styles.words}>
        <div>{by ? text(`details.activity.${kind}By`, { name: by }) : text(`details.activity.${kind}`)}</div>
        <bdi className={styles.second}>{text.date(at)}</bdi>
      </div>
    </li>
  );
}

/** `Viewed 12 times by 4 people, 3 times of these in the last 7 days` */
function viewsText({ allTime, lastSevenDays }: ViewCounts, text: Text): string {
  const { actions: count, people } = allTime;
  if (count === 0) return text('details.activity.neverViewed');
  return text('details.activity.views', { count, people, lately: lastSevenDays.actions });
}
