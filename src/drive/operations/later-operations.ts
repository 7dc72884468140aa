import type { DriveItem } from '../../graph';
import { createStore, insistOn, type Environment, type Store } from '../../lib';
import type { OperationsOptions } from './create-operations';
import type { Operation } from './operation';
import type { Operations } from './operations';

interface LaterOperations extends Operations {
  /** Has the code fetched, ahead of the first of them. */
  readonly load: () => void;
  /** All of them end, and are forgotten: somebody else is signed in, or nobody. */
  readonly clear: () => void;
}

/** Fetches the code, and begins with it. @throws TypeError where it can't be fetched */
type Start = (given: Pick<OperationsOptions, 'all' | 'ended'>) => Promise<Omit<Operations, 'all'>>;

/** The operations, whose code comes when it is first needed or asked for. */
export function createLaterOperations(
  environment: Environment,
  deleted: Store<readonly DriveItem[]>,
  start: Start,
): LaterOperations {
  const all = createStore<readonly Operation[]>([]);
  let ended = new AbortController();
  let there: Omit<Operations, 'all'> | undefined;
  let coming: ReturnType<Start> | undefined;
  const load = async () => {
    coming ??= start({ all, ended: () => ended.signal });
    try {
      return (there = await coming);
    } catch (cause) {
      coming = undefined;
      throw cause;
    }
  };
  return {
    all,
    load: () => void load().catch(() => undefined),
    clear: () => {
      ended.abort();
      ended = new AbortController();
      all.set([]);
      deleted.set([]);
    },
    begin: async (deed) => {
      const { signal } = ended;
      const operations = await insistOn(load, environment, signal).catch(() => undefined);
      return signal.aborted ? undefined : operations?.begin(deed);
    },
    stop: (id) => there?.stop(id),
    retry: (id) => there?.retry(id),
    answer: (id, answers) => there?.answer(id, answers),
    canRestore: (item) => there?.canRestore(item) ?? false,
    canUndo: (operation) => there?.canUndo(operation) ?? false,
    undo: (id) => there?.undo(id),
    dismiss: (id) => there?.dismiss(id),
  };
}
