import { InfoRegular } from '@fluentui/react-icons';
import { isCounting, type Picking } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useTrayStyles } from '../tray-styles';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { ChooseButtons } from './choose-buttons';
import { ChosenSummary } from './chosen-summary';
import { HideSwitch } from './hide-switch';
import { useAwaited } from './use-awaited';
import { useCountAnnouncements } from './use-count-announcements';
import { useKeptFocus } from './use-kept-focus';
import { usePickUploads } from './use-pick-uploads';

/** What is picked so far, and the ends of picking: stands below the list, never over it. */
export function PickTray() {
  const state = useStore(useControl().picker.state);
  usePickUploads();
  useAwaited();
  return state.status === 'picking' ? <Tray state={state} /> : null;
}

function Tray({ state }: { readonly state: Picking }) {
  const text = useText();
  const styles = useTrayStyles();
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
