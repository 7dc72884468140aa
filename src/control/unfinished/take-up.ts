import type { LeavingParts } from './follow-leaving';

/** Whenever somebody is there: what pages have left of theirs that are gone. */
export function takeUpKept({ connection, accountId, transfers, ended }: LeavingParts): void {
  let before: string | undefined;
  const follow = () => {
    if (connection.get().state !== 'connected') return;
    const account = accountId();
    if (account !== undefined && account !== before) void transfers.kept.use((journal) => journal.takeUp());
    before = account;
  };
  follow();
  ended.signal.addEventListener('abort', connection.subscribe(follow));
}
