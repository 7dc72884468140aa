import { useMemo } from 'react';
import { isFolder, type ClashAnswer, type Operation } from '../../drive';
import { numberedName, parseInstant } from '../../lib';
import { useControl, useStore } from '../control-context';
import { ClashSection } from '../questions/clash-section';
import { QuestionsModal } from '../questions/questions-modal';
import type { Clash } from '../questions/upload-questions';
import { useDecisions } from '../questions/use-decisions';
import { useText } from '../text';
import { useViewState } from '../view-state';

/** What is to become of items whose names are taken where they are moved to: asked once, with both sides in view. */
export function ClashDialog({ operationId }: { readonly operationId: string }) {
  const text = useText();
  const { operations } = useControl();
  const { dialog } = useViewState();
  const all = useStore(operations.all);
  const clashes = useMemo(() => clashesOf(all.find(({ id }) => id === operationId)), [all, operationId]);
  const { decisions, change, decide } = useDecisions(clashes, NO_NAMES);
  const count = clashes.length;
  const close = () => dialog.set(undefined);

  const submit = () => {
    const answers = new Map<number, ClashAnswer>();
    for (const [id, answer] of decide() ?? [])
      if (typeof answer === 'string') answers.set(Number(id), answer);
    close();
    operations.answer(operationId, answers);
  };
  return (
    <QuestionsModal count={count} title={text('operation.asks', { count })} onSubmit={submit}>
      <ClashSection clashes={clashes} about="move" decisions={decisions} onChange={change} />
    </QuestionsModal>
  );
}

const NO_NAMES: readonly never[] = [];

/** By the places of the entries that ask. */
function clashesOf(operation: Operation | undefined): readonly Clash[] {
  return (operation?.entries ?? []).flatMap(({ step: { item }, result }, index): Clash[] => {
    if (result.status !== 'conflict') return [];
    const { error, existing } = result;
    const { size = 0, lastModifiedDateTime, name } = item;
    return [
      {
        id: String(index),
        taskId: String(index),
        name,
        file: isFolder(item) ? undefined : { size, lastModified: parseInstant(lastModifiedDateTime) },
        count: item.folder?.childCount ?? 0,
        state: { status: 'conflict', error, proposal: numberedName(name, 1), ...(existing && { existing }) },
      },
    ];
  });
}
