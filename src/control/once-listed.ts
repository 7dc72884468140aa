import type { FolderBrowser } from '../drive';

/** The first rows have the line: what is loaded behind them waits until they are there, or can't be had. */
export function onceListed({ state }: Pick<FolderBrowser, 'state'>, run: () => void): () => void {
  let end = () => {};
  const follow = () => {
    const { listing, rows } = state.get();
    if (rows.length === 0 && listing.status !== 'complete' && listing.status !== 'failed') return;
    end();
    run();
  };
  end = state.subscribe(follow);
  follow();
  return () => end();
}
