import { useEffect, useRef } from 'react';
import type { TransferTask } from '../../transfer';
import { useStore } from '../control-context';
import { asksInDialog } from '../questions/upload-questions';
import { useViewState } from '../view-state';

/** What is found before anything is sent opens the dialog, once; while another one is open it waits. */
export function useQuestionsDialog(tasks: readonly TransferTask[]): void {
  const { dialog } = useViewState();
  const open = useStore(dialog)?.kind;
  // A question that is asked anew is a new state.
  const seen = useRef(new WeakSet());
  useEffect(() => {
    if (open !== undefined && open !== 'questions') return;
    let isNew = false;
    for (const task of tasks) {
      if (!asksInDialog(task) || seen.current.has(task.state)) continue;
      seen.current.add(task.state);
      isNew = true;
    }
    if (isNew) dialog.set({ kind: 'questions' });
  }, [tasks, open, dialog]);
}
