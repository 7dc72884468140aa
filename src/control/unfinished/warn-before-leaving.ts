import type { Environment, ReadableStore } from '../../lib';

/**
 * The browser asks before the page goes away while something would be lost, and only then: a page with such a question
 * may be left out of the browser's cache of pages to go back to.
 */
export function warnBeforeLeaving(
  { askBeforeLeaving }: Pick<Environment, 'askBeforeLeaving'>,
  stores: readonly Pick<ReadableStore<unknown>, 'subscribe'>[],
  wouldLose: () => boolean,
): () => void {
  let stop: (() => void) | undefined;
  const end = () => {
    stop?.();
    stop = undefined;
  };
  const follow = () => {
    if (!wouldLose()) end();
    else stop ??= askBeforeLeaving();
  };
  follow();
  const ends = stores.map((store) => store.subscribe(follow));
  return () => [...ends, end].forEach((one) => one());
}
