import { makeStyles, tokens } from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons';
import { isCounting, type Picking } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { ChooseButtons } from './choose-buttons';
import { ChosenSummary } from './chosen-summary';
import { HideSwitch } from './hide-switch';
import { useCountAnnouncements } from './use-count-announcements';
import { useKeptFocus } from './use-kept-focus';
import { usePickUploads } from './use-pick-uploads';

const useStyles = makeStyles({
  tray: { containerType: 'inline-size', flexShrink: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '48px',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
  },
  notice: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingBlockStart: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, fontSize: '20px' },
  summary: { display: 'flex', flexGrow: 1, flexBasis: '180px', minWidth: 0 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
    // A row of their own: easy to hit with a thumb.
    '@container (max-width: 480px)': { flexGrow: 1, flexBasis: '100%', '> *': { flexGrow: 1 } },
  },
});

/** What is picked so far, and the ends of picking: stands below the list, never over it. */
export function PickTray() {
  const state = useStore(useControl().picker.state);
  usePickUploads();
  return state.status === 'picking' ? <Tray state={state} /> : null;
}

function Tray({ state }: { readonly state: Picking }) {
  const text = useText();
  const styles = useStyles();
  const { path } = useStore(useControl().folder.state);
  const [choose, setChoose] = useElement<HTMLButtonElement>();
  const folder = path.at(-1);
  const notice = useStore(useViewState().pickNotice);
  useCountAnnouncements(state);
  return (
    <section className={styles.tray} part="tray" aria-label={text('pick.tray')} {...useKeptFocus(choose)}>
      {notice?.basket === state.basket && (
        <div className={styles.notice}>
          <InfoRegular className={styles.icon} aria-hidden />
          <bdi>{notice.text}</bdi>
        </div>
      )}
      <div className={styles.bar}>
        <div className={styles.summary}>
          <ChosenSummary state={state} folder={folder} />
        </div>
        {!isCounting(state) && <HideSwitch {...state} />}
        <div className={styles.buttons}>
          <ChooseButtons state={state} hasFolder={folder !== undefined} chooseRef={setChoose} />
        </div>
      </div>
    </section>
  );
}
