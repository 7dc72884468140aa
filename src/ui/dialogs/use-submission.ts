import { useCallback, useEffect, useRef, useState } from 'react';
import { toOneDriveError, type OneDriveError } from '../../lib';
import { useControl } from '../control-context';

/** How far the one action of a dialog has come. */
export type Submission =
  | { readonly status: 'editing' }
  | { readonly status: 'running' }
  | { readonly status: 'failed'; readonly error: OneDriveError };

/**
 * Runs a dialog's action: never twice at a time, ended with the dialog. A cancelled run is no failure; one that finds
 * nothing there has the folder read again, so that what is gone leaves the list.
 */
export function useSubmission() {
  const { folder } = useControl();
  const [submission, setSubmission] = useState<Submission>({ status: 'editing' });
  const running = useRef<AbortController>(undefined);

  useEffect(() => () => running.current?.abort(), []);

  const submit = useCallback(
    async (action: (signal: AbortSignal) => Promise<void>) => {
      if (running.current) return;
      const controller = new AbortController();
      running.current = controller;
      setSubmission({ status: 'running' });
      const end = await action(controller.signal).then(
        (): Submission => ({ status: 'editing' }),
        (reason: unknown): Submission => {
          const error = toOneDriveError(reason);
          return error.code === 'cancelled' ? { status: 'editing' } : { status: 'failed', error };
        },
      );
      running.current = undefined;
      setSubmission(end);
      if (end.status === 'failed' && end.error.code === 'not-found') folder.refresh();
    },
    [folder],
  );

  const edit = useCallback(() => {
    setSubmission((now) => (now.status === 'failed' ? { status: 'editing' } : now));
  }, []);

  return { submission, submit, edit };
}
