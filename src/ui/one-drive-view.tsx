import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Announcer } from './announcer';
import { BreadcrumbBar } from './breadcrumb-bar';
import { ActionKeys, CommandBar, KeepTabster } from './command-bar';
import { AccountPanel, ConnectCard, ReconnectBar } from './connect';
import { ControlProvider, useControl, useStore } from './control-context';
import type { ControlModel } from './control-model';
import { DropZone } from './drop-zone';
import { ErrorBoundary } from './error-boundary';
import { FileList } from './file-list';
import {
  CloudTroublePicture,
  ListingProgress,
  ListNotices,
  ListPlaceholder,
  StatePanel,
} from './list-states';
import { LaterProvider } from './later';
import { Panes } from './panes';
import { Operations, Overlays, Previewing, Transfers } from './overlays';
import { WithDetails } from './with-details';
import { Picking } from './picker';
import type { StringOverrides, ThemeName } from '../host';
import { Realm } from './realm';
import { useText } from './text';
import { TextProvider } from './text-provider';
import { useEscape } from './use-escape';
import { useFirstRows } from './use-first-rows';
import { ViewSkeleton } from './view-skeleton';
import { WithPlaces } from './with-places';
import { DEFAULT_VIEW_OPTIONS, useViewOptions, ViewOptionsProvider, type ViewOptions } from './view-options';
import { createViewState, ViewStateProvider } from './view-state';

export interface OneDriveViewProps {
  readonly model: ControlModel;
  /** Writing direction; `ltr` unless told. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  readonly theme?: ThemeName | undefined;
  /** BCP 47; the browser's own unless told. */
  readonly locale?: string | undefined;
  /** For the element around the control: the one thing in it that the host's style sheets reach. */
  readonly className?: string | undefined;
  /** An open shadow root to render into; without it the view makes its own element. */
  readonly root?: ShadowRoot | undefined;
  /** What the host allows, and what it wants to hear; everything, and nothing, unless told. */
  readonly options?: Partial<ViewOptions> | undefined;
  /** Greyed and out of reach; transfers go on. */
  readonly disabled?: boolean | undefined;
  /** Texts in place of our own, by message id. */
  readonly strings?: StringOverrides | undefined;
  /** One of them can't be read, or wants a value that there is not: ours is shown. Told when it is used. */
  readonly onInvalidString?: ((id: string) => void) | undefined;
}

/**
 * The whole control. It fills the height of its parent.
 *
 * @example <OneDriveView model={createOneDriveControl({ signIn: { clientId, redirectUri } })} theme="auto" />
 */
export function OneDriveView(props: OneDriveViewProps) {
  const { model, options, strings, onInvalidString, ...realm } = props;
  const [view] = useState(createViewState);
  const allOptions = useMemo(() => ({ ...DEFAULT_VIEW_OPTIONS, ...options }), [options]);
  return (
    <Realm {...realm}>
      <TextProvider locale={realm.locale} strings={strings} onInvalidString={onInvalidString}>
        <ControlProvider value={model}>
          <ViewOptionsProvider value={allOptions}>
            <ViewStateProvider value={view}>
              <View />
            </ViewStateProvider>
          </ViewOptionsProvider>
        </ControlProvider>
      </TextProvider>
    </Realm>
  );
}

const useStyles = makeStyles({
  view: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    flexGrow: 1,
    minHeight: 'inherit',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  bar: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // What floats at its end (transfers) floats above the tray, not over it.
  drive: { position: 'relative', display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  list: { position: 'relative', display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

function View() {
  const styles = useStyles();
  const text = useText();
  const control = useControl();
  const { state } = useStore(control.connection);
  // While a window is open to sign in again, the work stays on screen.
  const hasPath = useStore(control.folder.state).path.length > 0;
  const isAsked = useStore(control.permission) !== undefined;
  const hasWork = hasPath || isAsked;
  const ofDrive = state === 'connecting' ? (hasWork ? 'drive' : 'card') : SHOWN[state];
  const { isAccountOnly } = useViewOptions();
  const shows = isAccountOnly ? 'account' : ofDrive;
  const isDrive = shows === 'drive';
  const hasRows = useFirstRows();
  const mayLoad = hasRows || !isDrive;
  // From the first rows on, whatever is shown afterwards.
  const [keeps, setKeeps] = useState(false);
  if (isDrive && hasRows && !keeps) setKeeps(true);
  usePreload(shows);
  const escape = useEscape();
  const keys = useRef<(event: KeyboardEvent<HTMLElement>) => void>(undefined);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    escape(event);
    keys.current?.(event);
  };
  return (
    <section className={styles.view} aria-label={text('view.label')}>
      <LaterProvider value={mayLoad}>
        <DropZone onKeyDown={onKeyDown}>
          {shows === 'skeleton' && <ViewSkeleton />}
          {shows === 'card' && <ConnectCard />}
          {isDrive && <Drive />}
          {isDrive && <Operations />}
          {isDrive && <ActionKeys handler={keys} />}
          {isAccountOnly && (
            <>
              <AccountPanel />
              <Overlays />
            </>
          )}
          {shows !== 'skeleton' && !isAccountOnly && <Picking />}
          {keeps && <KeepTabster />}
        </DropZone>
        {isDrive && <Previewing />}
      </LaterProvider>
      <Announcer />
    </section>
  );
}

const SHOWN = { starting: 'skeleton', 'signed-out': 'card', connected: 'drive', expired: 'drive' } as const;

/** The card while it is found out who is signed in, the bar while somebody signs in. What fails is tried again there. */
function usePreload(shows: 'skeleton' | 'card' | 'drive' | 'account') {
  const mayShowCard = useControl().signInOwner === 'control' && shows === 'skeleton';
  useEffect(() => {
    if (mayShowCard) ConnectCard.load().catch(() => undefined);
    if (shows === 'card') {
      ConnectCard.load()
        .then(CommandBar.load)
        .catch(() => undefined);
    }
  }, [mayShowCard, shows]);
}

function Drive() {
  const styles = useStyles();
  const { hidesBar, hidesPath } = useViewOptions();
  return (
    <div className={styles.drive}>
      {!hidesBar && (
        <div className={styles.bar} part="command-bar">
          <CommandBar />
        </div>
      )}
      <ReconnectBar />
      <WithPlaces>
        <ErrorBoundary fallback={Crashed}>
          <WithDetails>
            <Panes>
              {!hidesPath && <BreadcrumbBar />}
              <ListNotices />
              <div className={styles.list} part="list">
                <ListingProgress />
                <FileList instead={<ListPlaceholder />} />
              </div>
            </Panes>
          </WithDetails>
        </ErrorBoundary>
      </WithPlaces>
      <Transfers />
      <Overlays />
    </div>
  );
}

function Crashed({ again }: { readonly again: () => void }) {
  const text = useText();
  return (
    <StatePanel
      alert
      picture={<CloudTroublePicture />}
      title={text('state.crash.title')}
      advice={text('state.crash.advice')}
      actions={<Button onClick={again}>{text('state.crash.action')}</Button>}
    />
  );
}
