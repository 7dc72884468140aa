import { onceListed } from '../once-listed';
import type { LeavingParts } from './follow-leaving';

/** Whenever somebody is there, and sees their files: what pages have left of theirs that are gone. */
export function takeUpKept({ connection, accountId, folder, transfers, ended }: LeavingParts): void {
  let before: string | undefined;
  let unfollow = () => {};
  const follow = () => {
    if (connection.get().state !== 'connected') return;
    const account = accountId();
    if (account === before) return;
    before = account;
    unfollow();
    if (account === undefined) return;
    unfollow = onceListed(folder, () => void transfers.kept.use((journal) => journal.takeUp()));
  };
  follow();
  const end = connection.subscribe(follow);
  ended.signal.addEventListener('abort', () => {
    end();
    unfollow();
  });
}
