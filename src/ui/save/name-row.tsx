import { useEffect, type KeyboardEvent, type MouseEvent } from 'react';
import { baseLength, findNameProblem, isFolder, repairName } from '../../drive';
import { useControl, useStore } from '../control-context';
import { NameField, type NameNote } from '../dialogs/name-field';
import type { SaveRequest } from '../save-request';
import { useText, type Text } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import type { Saving } from './create-saving';
import { findTaken, freeName, lostExtension } from './names';

interface NameRowProps {
  readonly saving: Saving;
  readonly request: SaveRequest;
  /** It takes the focus when it comes. */
  readonly focuses: boolean;
}

/** The name of the only file: what is wrong with it, and whether the open folder has it already. */
export function NameRow({ saving, request, focuses }: NameRowProps) {
  const text = useText();
  const { parts, phase } = useStore(saving.state);
  const [input, setInput] = useElement<HTMLInputElement>();
  const [part] = parts;
  const name = part?.name ?? '';
  const isChecked = phase.status === 'editing' && phase.isChecked;
  const { refusal, note } = useTakenName(name, request, phase.status === 'saved');
  useEffect(() => {
    if (focuses && input.current) focusBase(input.current);
    // When it comes, and not again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useEffect(() => {
    // The button was pressed, and the name will not do.
    if (isChecked && findNameProblem(name)) input.current?.focus();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [phase]);

  if (!part) return null;
  const lost = lostExtension(part.file.name, name);
  return (
    <NameField
      label={text('save.name')}
      value={name}
      checked={isChecked}
      disabled={phase.status === 'running'}
      refusal={refusal}
      note={note ?? (lost === undefined ? undefined : describeLost(name, lost, text))}
      inputRef={setInput}
      inputProps={{ onMouseDown, onKeyUp }}
      onChange={saving.setName}
      onRepair={(repaired) => {
        saving.setName(repaired);
        if (input.current) focusBase(input.current);
      }}
    />
  );
}

/** What the open folder says of a name, told once to those who can't see it. */
function useTakenName(name: string, { conflictBehavior }: SaveRequest, isSaved: boolean) {
  const text = useText();
  const { announcement } = useViewState();
  const { items } = useStore(useControl().folder.state);
  const existing = isSaved ? undefined : findTaken(items, name);
  const sentence = existing && describeTaken();
  useEffect(() => {
    if (sentence !== undefined) announcement.set(sentence);
  }, [sentence, announcement]);
  return conflictBehavior === 'fail'
    ? { refusal: sentence, note: undefined }
    : { refusal: undefined, note: sentence === undefined ? undefined : { text: sentence } };

  function describeTaken(): string {
    const isFolderName = existing !== undefined && isFolder(existing);
    if (conflictBehavior === 'fail') return text('dialog.name.taken', { name });
    if (conflictBehavior === 'rename') {
      return text('save.takenRename', { name, free: freeName(items, name) });
    }
    if (isFolderName) return text('save.takenFolder', { name });
    return text(conflictBehavior === 'replace' ? 'save.takenReplace' : 'save.taken', { name });
  }
}

function describeLost(name: string, extension: string, text: Text): NameNote {
  const proposal = `${name.slice(0, baseLength(name))}${extension}`;
  return {
    text: text('save.extension', { extension }),
    proposal: findNameProblem(proposal) ? repairName(proposal) : proposal,
  };
}

/**
 * Selects up to the extension, which people seldom mean to change. Not at every focus: scripts that fill in fields
 * select all of it before that.
 */
function focusBase(input: HTMLInputElement): void {
  input.focus();
  input.setSelectionRange(0, baseLength(input.value));
}

/** Whoever comes by Tab. */
function onKeyUp({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): void {
  if (key === 'Tab') focusBase(currentTarget);
}

/** The first click selects; the next one sets the caret. */
function onMouseDown(event: MouseEvent<HTMLInputElement>): void {
  const input = event.currentTarget;
  const root = input.getRootNode();
  const hasFocus = (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === input;
  if (hasFocus) return;
  event.preventDefault();
  focusBase(input);
}
