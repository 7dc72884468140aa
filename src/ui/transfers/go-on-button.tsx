import { Button, Tooltip } from '@fluentui/react-components';
import { DocumentArrowUpRegular, PlayRegular } from '@fluentui/react-icons';
import { useRef, type ChangeEvent } from 'react';
import type { Need } from '../../transfer';
import { useControl } from '../control-context';
import { chooseFiles } from '../choose-files';
import { useText } from '../text';
import { useViewState } from '../view-state';

interface GoOnProps {
  readonly id: string;
  readonly name: string;
}

/** What an interrupted upload lacks, from the hand of the user. */
export function GoOnButton({ needs, ...task }: GoOnProps & { readonly needs: Need }) {
  return needs === 'permission' ? <AllowButton {...task} /> : <ChooseButton {...task} />;
}

/** The browser asks; it does that only at once after a click. */
function AllowButton({ id, name }: GoOnProps) {
  const text = useText();
  const { transfers } = useControl();
  return (
    <Tooltip content={text('transfer.resume', { name })} relationship="label">
      <Button appearance="subtle" size="small" icon={<PlayRegular />} onClick={() => transfers.resume(id)} />
    </Tooltip>
  );
}

/** Several may be chosen at once: each finds its row. */
function ChooseButton({ id, name }: GoOnProps) {
  const text = useText();
  const { transfers } = useControl();
  const { unread } = useViewState();
  const input = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = '';
    void transfers.provide(files, id);
  };
  const choose = async () => {
    const read = await chooseFiles(() => input.current?.click());
    if (!read) return;
    unread.set(read.unreadable);
    const chosen = read.sources.flatMap((source) => (source.kind === 'file' ? source : []));
    const handles = chosen.flatMap(({ file, handle }) => (handle ? [[file, handle] as const] : []));
    const files = chosen.map(({ file }) => file);
    void transfers.provide(files, id, new Map(handles));
  };
  return (
    <>
      <Tooltip content={text('transfer.chooseAgain', { name })} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<DocumentArrowUpRegular />}
          onClick={() => void choose()}
        />
      </Tooltip>
      <input ref={input} type="file" multiple hidden data-upload="again" onChange={take} />
    </>
  );
}
