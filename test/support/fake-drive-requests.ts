import type { DriveItem, DriveRequests, ItemReference } from '../../src/drive';
import { OneDriveError, type ErrorCode, type ErrorDetails } from '../../src/lib';

/** One running listing: its pages come, end and fail as the test says. */
export interface FakeListing {
  readonly folder: ItemReference;
  readonly signal: AbortSignal | undefined;
  page(...items: DriveItem[]): void;
  end(): void;
  fail(code: ErrorCode, details?: ErrorDetails): void;
}

/** A drive that answers when the test says so; folders and names resolve at once. */
export interface FakeDriveRequests extends DriveRequests {
  readonly listings: readonly FakeListing[];
  /** `root`, `child:<name>`, `item:<id>`, in order. */
  readonly calls: readonly string[];
  root: DriveRequests['root'];
  child: DriveRequests['child'];
  item: DriveRequests['item'];
}

type Step = { readonly items: readonly DriveItem[] } | { readonly error: OneDriveError } | 'end';

export function createFakeDriveRequests(
  root: DriveItem,
  below: readonly DriveItem[] = [],
): FakeDriveRequests {
  const listings: FakeListing[] = [];
  const calls: string[] = [];
  return {
    listings,
    calls,
    root: async () => {
      calls.push('root');
      return root;
    },
    item: async ({ id }) => {
      calls.push(`item:${id}`);
      const found = [root, ...below].find((item) => item.id === id);
      if (!found) throw new OneDriveError('not-found');
      return found;
    },
    child: async (parent, name) => {
      calls.push(`child:${name}`);
      return below.find((item) => item.name === name && item.parentReference.id === parent.id);
    },
    pictures: async ({ id }) => {
      calls.push(`pictures:${id}`);
      const found = [root, ...below].find((item) => item.id === id);
      if (!found) throw new OneDriveError('not-found');
      return found;
    },
    children: (folder, signal) => {
      const steps: Step[] = [];
      let wake: () => void = () => undefined;
      const add = (step: Step) => {
        steps.push(step);
        wake();
      };
      listings.push({
        folder,
        signal,
        page: (...items) => add({ items }),
        end: () => add('end'),
        fail: (code, details) => add({ error: new OneDriveError(code, details) }),
      });
      return stream(steps, () => new Promise<void>((resolve) => (wake = resolve)));
    },
  };
}

async function* stream(steps: Step[], wait: () => Promise<void>): AsyncGenerator<readonly DriveItem[]> {
  for (;;) {
    const step = steps.shift();
    if (step === undefined) await wait();
    else if (step === 'end') return;
    else if ('error' in step) throw step.error;
    else yield step.items;
  }
}
