import { createThrottleGate } from '../../../../src/lib';
import {
  type FolderReference,
  type TransferQueue,
  type UploadOptions,
  type UploadSource,
} from '../../../../src/transfer';
import { createTransferQueue } from '../../../../src/transfer/queue';
import '../../../../src/transfer/journal';
import { createBrowserOrigin, type OriginPage } from '../../../support/browser-origin';
import { isCryptoBusy } from '../../../support/slow-crypto';
import { createFakeDrive } from './fake-drive';
import { createPorts } from './fake-ports';
import { KIB, ROOT, UNIT } from './scene';
import { createVirtualEnvironment } from './virtual-environment';

export interface Page extends OriginPage {
  readonly queue: TransferQueue;
  /** Who is signed in there. */
  readonly account: { id: string | undefined };
  readonly states: () => readonly string[];
}

const AT_REST: ReadonlySet<string> = new Set([
  'done',
  'failed',
  'cancelled',
  'conflict',
  'misnamed',
  'interrupted',
]);

type OnEvent = (page: OriginPage, number: number, what: 'request' | 'answer' | 'database') => void;

export type JournalScene = ReturnType<typeof createJournalScene>;

/** A drive in memory, and the pages of one browser in front of it. */
export function createJournalScene() {
  const environment = createVirtualEnvironment();
  environment.realWork.pending = isCryptoBusy;
  const drive = createFakeDrive(environment);
  drive.settings.known.add(ROOT.id);
  const origin = createBrowserOrigin((callback) => void environment.after(0, callback));
  /** @param onEvent before each thing that the page does or hears */
  const open = (onEvent?: OnEvent, id = 'megan'): Page => {
    let events = 0;
    const page: OriginPage = origin.openPage(environment, (what) => onEvent?.(page, (events += 1), what));
    const account: { id: string | undefined } = { id };
    const ports = createPorts(drive);
    const queue = createTransferQueue({
      ports: { ...page.guard(ports), knownChildren: (folder) => ports.knownChildren(folder) },
      environment: page.environment,
      gate: createThrottleGate(page.environment),
      smallFileLimit: 64 * KIB,
      fragmentSize: UNIT,
      journal: { clientId: 'client', accountId: () => account.id },
    });
    return { ...page, queue, account, states: () => queue.tasks.get().map(({ state }) => state.status) };
  };
  return {
    environment,
    drive,
    origin,
    open,
    /** A page that comes after the others, as its account is known. */
    reopen: async (onEvent?: OnEvent, id?: string) => {
      const page = open(onEvent, id);
      void page.queue.kept.use((journal) => journal.takeUp());
      await environment.pass(50);
      return page;
    },
    upload: (
      page: Page,
      sources: readonly UploadSource[],
      options?: UploadOptions,
      into: FolderReference = ROOT,
    ) => void page.queue.upload(sources, into, options),
    /** Until nothing happens any more on this page. */
    rest: (page: Page) => environment.runUntil(() => page.states().every((status) => AT_REST.has(status))),
    entries: () => [...(origin.all().get('onedrive-control-uploads/entries')?.values() ?? [])],
  };
}
