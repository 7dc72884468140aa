import { useEffect, useRef } from 'react';
import { selectedItems } from '../../drive';
import type { ActionParts, ActionTools } from '../actions';
import { useStore } from '../control-context';
import type { HostDoor } from '../host-door';
import { later } from '../later';
import { historyOf } from './create-history';
import { followMouse } from './follow-mouse';
import { historyActions } from './history-actions';
import { readHostActions } from './host-actions';
import { runCommand } from './run-command';

const HostLines = later<{ readonly host: HostDoor }>(async () => (await import('./host-lines')).HostLines);

interface HostPartsProps {
  readonly host: HostDoor;
  readonly parts: ActionParts;
  readonly tools: ActionTools;
}

/** What a control has because a page has put it there: actions of the page, a history, and what waits for the page. */
export function HostParts({ host, parts, tools }: HostPartsProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { hostActions, hidesBar, actions } = parts.options;
  const { UploadInputs } = tools;
  const hasWorks = useStore(host.works).length > 0;
  useEffect(() => {
    const history = historyOf(host);
    host.actions.set([...historyActions(history), ...readHostActions(host, hostActions)]);
    const place = anchor.current?.parentElement;
    return place ? followMouse(place, history) : undefined;
  }, [host, hostActions]);
  useEffect(() => {
    host.run.set((command) => {
      const { selection, rows } = host.control.folder.state.get();
      return runCommand(command, tools, parts, selectedItems(selection, rows));
    });
    return () => host.run.set(undefined);
  }, [host, parts, tools]);
  return (
    <>
      <span ref={anchor} hidden />
      {/* Elsewhere they belong to the button. */}
      {hidesBar && actions.has('upload') && <UploadInputs />}
      {hasWorks && <HostLines host={host} />}
    </>
  );
}
