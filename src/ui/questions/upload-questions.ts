import { isFolder } from '../../drive';
import { isAsking, type AskingState, type TransferTask } from '../../transfer';

/** What uploads ask: about one file, or about a folder and everything that lies in it. */
interface UploadQuestion<State extends AskingState = AskingState> {
  /** The same as long as it is asked. */
  readonly id: string;
  /** Any of those that wait for the answer. */
  readonly taskId: string;
  /** Of the file or folder that it is about. */
  readonly name: string;
  /** The file as it would be sent; a folder has none. */
  readonly file: { readonly size: number; readonly lastModified: number | undefined } | undefined;
  /** Of a folder: how many that lie in it wait for the answer. */
  readonly count: number;
  readonly state: State;
}

export type Clash = UploadQuestion<Extract<AskingState, { status: 'conflict' }>>;
export type BadName = UploadQuestion<Extract<AskingState, { status: 'misnamed' }>>;

/** Whether it was found before anything was sent. What is found later asks in its row, and interrupts nobody. */
export function asksInDialog({ state }: Pick<TransferTask, 'state'>): boolean {
  return isAsking(state) && state.prompts === true;
}

export function questionsOf(tasks: readonly TransferTask[]): {
  readonly clashes: readonly Clash[];
  readonly badNames: readonly BadName[];
} {
  const clashes = new Map<string, Clash>();
  const badNames = new Map<string, BadName>();
  for (const task of tasks) {
    const { state } = task;
    if (!isAsking(state) || !asksInDialog(task)) continue;
    const id = state.folder?.id ?? task.id;
    if (state.status === 'conflict') clashes.set(id, askedBy(task, state, clashes.get(id)));
    else badNames.set(id, askedBy(task, state, badNames.get(id)));
  }
  return { clashes: [...clashes.values()], badNames: [...badNames.values()] };
}

function askedBy<State extends AskingState>(
  task: TransferTask,
  state: State,
  before: UploadQuestion<State> | undefined,
): UploadQuestion<State> {
  const { id, content, size, lastModified } = task;
  const { folder } = state;
  const name = folder?.path.at(-1) ?? task.name;
  const isItself = content === 'folder' && task.name === name;
  return {
    id: folder?.id ?? id,
    taskId: id,
    name,
    file: folder || content === 'folder' ? undefined : { size, lastModified },
    count: (before?.count ?? 0) + (isItself ? 0 : 1),
    state,
  };
}

/** A folder neither replaces a file nor is replaced by one. */
export function canReplace({ file, state: { existing } }: Clash): boolean {
  return file !== undefined && !(existing && isFolder(existing));
}

/** What is there may be what an upload that broke off has left: it is smaller. */
export function isInterrupted(clash: Clash): boolean {
  const size = clash.state.existing?.size;
  return canReplace(clash) && clash.file !== undefined && size !== undefined && size < clash.file.size;
}
