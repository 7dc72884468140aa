import { OneDriveError, type HashAnswer, type HashErrand } from '../lib';

/** The hash of a file that another thread works out, while this one draws the page. */
export interface ThreadHash {
  /**
   * Of all bytes up to there, which are read where they have not been; undefined where there is no thread any more.
   * @throws OneDriveError `source-changed` where the file can't be read
   */
  readonly upTo: (end: number) => Promise<string | undefined>;
  readonly end: () => void;
}

export function createThreadHash(worker: Worker, file: File): ThreadHash {
  const { port1, port2 } = new MessageChannel();
  const waiting: ((answer: HashAnswer | 'no thread') => void)[] = [];
  let isOver = false;
  const giveUp = () => {
    isOver = true;
    for (const answer of waiting.splice(0)) answer('no thread');
  };
  // A policy that forbids workers is told so, too, and a file may be of a kind that can't be handed over.
  worker.addEventListener('error', giveUp, { once: true });
  port1.addEventListener('message', ({ data }: MessageEvent<HashAnswer>) => waiting.shift()?.(data));
  port1.start();
  try {
    const errand: HashErrand = { file, port: port2 };
    worker.postMessage(errand, [port2]);
  } catch {
    giveUp();
  }
  return {
    upTo: async (end) => {
      if (isOver) return undefined;
      const answer = await new Promise<HashAnswer | 'no thread'>((resolve) => {
        waiting.push(resolve);
        port1.postMessage(end);
      });
      if (answer === 'no thread') return undefined;
      if (answer.hash === undefined) throw new OneDriveError('source-changed');
      return answer.hash;
    },
    end: () => {
      giveUp();
      port1.close();
      worker.removeEventListener('error', giveUp);
    },
  };
}
