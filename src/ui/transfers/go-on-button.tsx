import { Button, Tooltip } from '@fluentui/react-components';
import { DocumentArrowUpRegular, PlayRegular } from '@fluentui/react-icons';
import { useRef, type ChangeEvent } from 'react';
import type { Need } from '../../transfer';
import { useControl } from '../control-context';
import { useText } from '../text';

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
  const input = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = '';
    void transfers.provide(files, id);
  };
  return (
    <>
      <Tooltip content={text('transfer.chooseAgain', { name })} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<DocumentArrowUpRegular />}
          onClick={() => input.current?.click()}
        />
      </Tooltip>
      <input ref={input} type="file" multiple hidden data-upload="again" onChange={take} />
    </>
  );
}
