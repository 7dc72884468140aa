import { useEffect, useRef } from 'react';
import type { Picking } from '../../drive';
import { createBrowserEnvironment } from '../../lib';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { useViewOptions } from '../view-options';
import { describeChosen, describeConfirmed, limitOf } from './describe-choice';

const environment = createBrowserEnvironment();
/** Milliseconds. Who holds an arrow key down, or checks ten rows in a rush, hears one number: the last. */
const QUIET = 700;

/** Speaks how much is picked whenever that number has changed, and that counting has begun. */
export function useCountAnnouncements({ basket, rules, gathering }: Picking): void {
  const text = useText();
  const { announcement } = useViewState();
  const count = basket.length;
  const max = limitOf(rules);
  const said = useRef(count);
  const sentence =
    count === 0
      ? text('pick.none')
      : max > 1 && count >= max
        ? text('pick.full', { count, max })
        : describeChosen(basket, rules, text);
  const { isChosen } = useViewOptions();
  const confirmed = isChosen ? describeConfirmed(basket, text) : '';
  const confirmedBefore = useRef(confirmed);
  const counted = gathering.status === 'counting' ? gathering.folder.name : undefined;

  useEffect(() => {
    if (counted !== undefined || said.current === count) return undefined;
    return environment.after(QUIET, () => {
      said.current = count;
      announcement.set(sentence);
    });
  }, [count, counted, sentence, announcement]);

  useEffect(() => {
    if (confirmedBefore.current === confirmed) return;
    confirmedBefore.current = confirmed;
    if (confirmed === '') return;
    // The number is said with it.
    said.current = count;
    announcement.set(confirmed);
  }, [confirmed, count, announcement]);

  useEffect(() => {
    if (counted !== undefined) announcement.set(text('pick.countingStarts', { folder: counted }));
  }, [counted, text, announcement]);
}
