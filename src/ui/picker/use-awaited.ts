import { useEffect, useRef } from 'react';
import {
  findCountRefusal,
  findPickRefusal,
  isSameItem,
  settleAwaited,
  type Awaited,
  type DriveItem,
} from '../../drive';
import type { TransferTask } from '../../transfer';
import { useControl, useStore } from '../control-context';
import { describeRefusal } from '../refusal-text';
import { useText } from '../text';
import { useViewState } from '../view-state';

/** Follows the uploads that the picker waits for: what has arrived is picked, what was given up is forgotten. */
export function useAwaited(): void {
  const text = useText();
  const { picker, transfers } = useControl();
  const { pickNotice, announcement } = useViewState();
  const seen = useRef(new Set<string>());
  useEffect(() => {
    const basketNow = () => {
      const state = picker.state.get();
      return state.status === 'off' ? undefined : state.basket;
    };
    /** What is told stays until something is picked by hand: what arrives by itself takes it from nobody. */
    const settle = (id: string, item?: DriveItem) => {
      const before = basketNow();
      settleAwaited(picker, id, item);
      const [notice, basket] = [pickNotice.get(), basketNow()];
      if (notice && basket && notice.basket === before) pickNotice.set({ ...notice, basket });
    };
    const take = (id: string, item: DriveItem | undefined) => {
      settle(id, item);
      const state = picker.state.get();
      if (state.status === 'off' || !item) return;
      const { basket, rules } = state;
      const refusal = findPickRefusal(rules, item) ?? findCountRefusal(state);
      if (!refusal || basket.some((picked) => isSameItem(picked.item, item))) return;
      const reason = describeRefusal(refusal, text);
      const sentence = text('pick.awaitedRefused', { name: item.name, reason });
      pickNotice.set({ basket, text: sentence });
      announcement.set(sentence);
    };
    const look = () => {
      const state = picker.state.get();
      if (state.status === 'off') return;
      for (const { id } of state.awaited) follow(id);
    };
    const follow = (id: string) => {
      const task = transfers.tasks.get().find((other) => other.id === id);
      if (task) seen.current.add(id);
      // Its number is told before it is in the list; what has left that was given up.
      else if (seen.current.has(id)) settle(id);
      if (task?.state.status === 'cancelled') settle(id);
      else if (task?.state.status === 'done') take(id, task.state.item);
    };
    look();
    const ends = [transfers.tasks.subscribe(look), picker.state.subscribe(look)];
    return () => ends.forEach((end) => end());
  }, [picker, transfers, pickNotice, announcement, text]);
}

/** The uploads that the picker waits for, in the order in which they were given. */
export function useAwaitedTasks(awaited: readonly Awaited[]): readonly TransferTask[] {
  const tasks = useStore(useControl().transfers.tasks);
  return awaited.flatMap(({ id }) => tasks.find((task) => task.id === id) ?? []);
}

/** It goes on only when somebody sees to it. */
export function isStuck({ state: { status } }: TransferTask): boolean {
  return !['waiting', 'preparing', 'sending', 'verifying', 'done'].includes(status);
}
