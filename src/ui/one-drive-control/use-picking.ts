import { useLayoutEffect, useMemo } from 'react';
import type { PickedItem } from '../../drive';
import type { ChosenItem, HostAction, PickProps, Viewer } from '../../host';
import { useStore } from '../control-context';
import { passHost } from '../host-door';
import { listBlobs } from '../named-blobs';
import type { ViewOptions } from '../view-options';
import type { OwnProps } from './props';
import { readActions, readRules, readSources } from './read-rules';
import type { Session } from './session';
import { useNewestFilter } from './use-newest-filter';
import { saysTheSame, useSteady } from './use-steady';
import type { ReadyControl } from './ready-now';

/** Lets the picker of the control, and what is saved, be as the properties say; what it returns is the view's part of that. */
export function usePicking(
  { control, session, host, isAccountOnly }: ReadyControl,
  props: OwnProps,
): ViewOptions {
  const itemFilter = useNewestFilter(props.itemFilter, control.folder);
  const rules = useSteady(pickPropsOf({ ...props, itemFilter }), isSameShallow);
  const { mode = 'browse', onValue } = props;
  const files = useMemo(() => listBlobs(props.files), [props.files]);
  // Before anything that changes what is picked.
  useLayoutEffect(
    () => onValue && session.onValue((basket) => onValue(basket.map(toChosen))),
    [session, onValue],
  );
  // Before the first paint: nobody sees a control that browses turn into one that picks.
  useLayoutEffect(() => {
    session.setMode(mode, (call) => readRules(rules, call), files);
  }, [session, mode, rules, files]);
  useValue(session, props);
  const saving = useStore(session.saving);
  const isPicking = useStore(control.picker.state).status === 'picking';
  const isChosen = useStore(session.isChosen);
  const { can, readonly, selection = 'multiple', hideTransfers: hidesTransfers = false } = props;
  const doing = saving ? 'saving' : isPicking ? 'picking' : 'browsing';
  const actions = isAccountOnly ? [] : readActions({ can, readonly }, doing);
  const allowed = useSteady([...actions], saysTheSame);
  const sources = useSteady([...readSources(props, isPicking)], saysTheSame);
  // Hosts write the list in the middle of a rendering.
  const viewers = useSteady(props.viewers ?? NO_VIEWERS, isSameShallow);
  const hostActions = useSteady(props.actions ?? NO_ACTIONS, isSameShallow);
  const { hideCommandBar: hidesBar = false, hideBreadcrumb: hidesPath = false } = props;
  return useMemo(
    () => ({
      selection,
      actions: new Set(allowed),
      sources: new Set(sources),
      onPick: (items) => passHost(host, 'Pick', { items }, () => session.choose(items)),
      onCancel: session.cancel,
      isChosen,
      saving,
      hidesTransfers,
      viewers,
      host,
      hostActions,
      hidesBar,
      hidesPath,
      isAccountOnly,
    }),
    [
      allowed,
      hidesBar,
      hidesPath,
      hidesTransfers,
      host,
      hostActions,
      isAccountOnly,
      isChosen,
      saving,
      selection,
      session,
      sources,
      viewers,
    ],
  );
}

/** What is shown as chosen is what the host holds as chosen, though its account has gone meanwhile. */
function useValue(
  session: Session,
  { value: given, onForgotten }: Pick<OwnProps, 'value' | 'onForgotten'>,
): void {
  const value = useSteady(given ?? NOTHING, saysTheSame);
  // The element has another listener at each of its updates: a page that puts back at once what was picked gives the
  // value that was there before.
  useLayoutEffect(() => {
    const show = () => session.preset(value.map(toPicked));
    show();
    return session.onForgotten(onForgotten ?? show);
  }, [session, value, onForgotten]);
}

const NOTHING: readonly ChosenItem[] = [];
const NO_VIEWERS: readonly Viewer[] = [];
const NO_ACTIONS: readonly HostAction[] = [];

/** A mere reference: until its row is seen, nobody knows what it is. */
function toPicked({ driveId, id, name, size, path }: ChosenItem): PickedItem {
  return { item: { driveId, id, name, size, parentReference: {} }, path };
}

function toChosen({ item: { driveId, id, name, size }, path }: PickedItem): ChosenItem {
  return { driveId, id, name, size, path };
}

function pickPropsOf(props: PickProps): PickProps {
  const { pickKind, selection, maxCount, maxSize, itemFilter } = props;
  const accept = typeof props.accept === 'string' ? props.accept : props.accept?.join();
  return { pickKind, accept, selection, maxCount, maxSize, itemFilter };
}

function isSameShallow(before: object, now: object): boolean {
  if (Object.keys(before).length !== Object.keys(now).length) return false;
  return Object.entries(now).every(([name, value]) => Object.is(value, Reflect.get(before, name)));
}
