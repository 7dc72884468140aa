import { createBrowserEnvironment } from '../../lib';
import type { HostDoor, HostWork } from '../host-door';
import type { HostWord } from './hear-host';

/** So long (milliseconds) nobody needs to be told that the host is asked: most answer before. */
const QUIET = 300;

const environment = createBrowserEnvironment();
let count = 0;

/** Shows a line while the host works, with a way to give up, and then why it has refused. */
export async function showWork(
  { works, ended }: HostDoor,
  { what, names }: Pick<HostWork, 'what' | 'names'>,
  start: (signal: AbortSignal) => Promise<HostWord>,
): Promise<HostWord> {
  count += 1;
  const id = count;
  const over = new AbortController();
  const put = (state?: HostWork['state']) =>
    works.update((all) => {
      const others = all.filter((one) => one.id !== id && !(isSame(one.what, what) && isRefused(one)));
      return state ? [...others, { id, what, names, state }] : others;
    });
  const stop = environment.after(QUIET, () => put({ status: 'running', giveUp: () => over.abort() }));
  const word = await start(AbortSignal.any([over.signal, ended]));
  stop();
  put(word.status === 'refused' && !ended.aborted ? word : undefined);
  return word;
}

/** What was refused is over as soon as somebody tries the same again. */
function isSame(one: HostWork['what'], other: HostWork['what']): boolean {
  return typeof one === 'string' || typeof other === 'string' ? one === other : one.label === other.label;
}

function isRefused({ state }: HostWork): boolean {
  return state.status === 'refused';
}
