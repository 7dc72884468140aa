import { describe, expect, it } from 'vitest';
import { createDriveFeed } from '../../../../src/drive';
import type { ChangeRound } from '../../../../src/drive/live/read-changes';
import type { News } from '../../../../src/drive/live/drive-feed';
import type { DriveChange } from '../../../../src/graph';
import { OneDriveError, type ErrorCode } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';
import { createManualEnvironment, settled } from '../../../support/manual-environment';

const CHANGE: DriveChange = { item: buildFile({ id: 'a' }), isDeleted: false };
const SECOND = 1000;
const MINUTE = 60 * SECOND;

type Answer = Partial<ChangeRound> | ErrorCode | OneDriveError;

/** A feed of a drive that answers what the test says, else that nothing has changed. */
function setUp() {
  const environment = createManualEnvironment();
  const answers: Answer[] = [];
  const asked: { link: string | undefined; at: number; signal: AbortSignal }[] = [];
  const begin = environment.now();
  const feed = createDriveFeed({
    environment,
    readChanges: async (link, signal) => {
      asked.push({ link, at: (environment.now() - begin) / SECOND, signal });
      const answer = answers.shift() ?? {};
      if (typeof answer === 'string') throw new OneDriveError(answer);
      if (answer instanceof OneDriveError) throw answer;
      return { changes: [], link: `link ${asked.length}`, ...answer };
    },
  });
  const news: News[] = [];
  return {
    environment,
    answers,
    asked,
    feed,
    news,
    times: () => asked.map(({ at }) => at),
    follow: async () => {
      const end = feed.follow((one) => news.push(one));
      await environment.advance(0);
      return end;
    },
  };
}

describe('the changes of a drive', () => {
  it('are asked for from the moment on in which somebody follows, each time where the last ended', async () => {
    const { environment, asked, news, answers, follow } = setUp();
    answers.push({}, { changes: [CHANGE] });
    await follow();
    await environment.advance(MINUTE);
    expect(asked.map(({ link }) => link)).toEqual([undefined, 'link 1', 'link 2']);
    expect(news).toEqual([[CHANGE]]);
  });

  it('are asked for the less often the less happens, and at most every five minutes', async () => {
    const { environment, times, answers, follow } = setUp();
    await follow();
    await environment.advance(60 * MINUTE);
    const pauses = times().map((at, index) => at - (times()[index - 1] ?? 0));
    expect(pauses.slice(0, 9)).toEqual([0, 30, 45, 67.5, 101.25, 151.875, 227.8125, 300, 300]);
    expect(times().length).toBe(16);
    answers.push({ changes: [CHANGE] });
    await environment.advance(6 * MINUTE);
    expect((times()[17] ?? 0) - (times()[16] ?? 0)).toBe(30);
  });

  it('are not asked for while the page can’t be seen or has no network, and soon after', async () => {
    const { environment, times, follow } = setUp();
    await follow();
    environment.setSeen(false);
    await environment.advance(20 * MINUTE);
    expect(times()).toEqual([0]);
    environment.setSeen(true);
    await environment.advance(0);
    expect(times()).toEqual([0, 1200]);
    environment.setOnline(false);
    await environment.advance(20 * MINUTE);
    environment.setOnline(true);
    await environment.advance(0);
    expect(times()).toEqual([0, 1200, 2400]);
  });

  it('are asked for when the window gets the focus, but not with each click into it', async () => {
    const { environment, times, follow } = setUp();
    await follow();
    await environment.advance(4 * SECOND);
    for (let click = 0; click < 3; click += 1) environment.setSeen(true);
    await environment.advance(6 * SECOND);
    expect(times()).toEqual([0, 10]);
    await environment.advance(29 * SECOND);
    expect(times()).toEqual([0, 10]);
  });

  it('are asked for once, however many follow, and not at all when nobody does', async () => {
    const { environment, asked, news, feed, answers, follow } = setUp();
    const end = await follow();
    const endOther = feed.follow((one) => news.push(one));
    answers.push({ changes: [CHANGE] });
    await environment.advance(30 * SECOND);
    expect([asked.length, news.length]).toEqual([2, 2]);
    end();
    endOther();
    await environment.advance(60 * MINUTE);
    expect(asked.length).toBe(2);
    expect(environment.waits()).toEqual([]);
  });

  it('end with whoever followed: a late answer is told to nobody, and the next goes on', async () => {
    const { environment, asked, news, feed, answers } = setUp();
    const end = feed.follow((one) => news.push(one));
    await environment.advance(0);
    answers.push({ changes: [CHANGE] });
    const [timer] = environment.waits();
    expect(timer).toBe(30 * SECOND);
    end();
    feed.follow((one) => news.push(one));
    await environment.advance(30 * SECOND);
    await settled();
    expect(asked.map(({ link }) => link)).toEqual([undefined, 'link 1']);
    expect(news).toEqual([[CHANGE]]);
  });

  it('are lost where the link is too old: everything is looked at once, and it goes on from there', async () => {
    const { environment, asked, news, answers, follow } = setUp();
    answers.push({}, new OneDriveError('not-found', { status: 410 }), {}, { changes: [CHANGE] });
    await follow();
    await environment.advance(30 * SECOND);
    expect(news).toEqual(['lost']);
    await environment.advance(3 * MINUTE);
    expect(asked.slice(0, 4).map(({ link }) => link)).toEqual([undefined, 'link 1', undefined, 'link 3']);
    expect(news).toEqual(['lost', [CHANGE]]);
  });

  it('are lost where there are more than are worth reading', async () => {
    const { environment, asked, news, answers, follow } = setUp();
    answers.push({}, { changes: [CHANGE], link: undefined });
    await follow();
    await environment.advance(30 * SECOND);
    expect(news).toEqual(['lost']);
    await environment.advance(30 * SECOND);
    expect(asked.at(-1)?.link).toBeUndefined();
  });

  it('are not told by every drive: then the folder is looked at again now and then', async () => {
    const { environment, asked, news, answers, follow } = setUp();
    answers.push('access-denied');
    await follow();
    await environment.advance(119 * SECOND);
    expect(news).toEqual([]);
    await environment.advance(10 * MINUTE);
    expect(asked.length).toBe(1);
    expect(news).toEqual(['untold', 'untold', 'untold']);
  });

  it.each<ErrorCode>(['unavailable', 'timed-out', 'offline', 'sign-in-needed'])(
    'are asked for again after %s, later each time, and nobody is told',
    async (code) => {
      const { environment, times, news, answers, follow } = setUp();
      answers.push({}, code, code, code);
      await follow();
      await environment.advance(10 * MINUTE);
      expect(times().slice(0, 5)).toEqual([0, 30, 90, 210, 450]);
      expect(news).toEqual([]);
    },
  );

  it('are not asked for while the service wants quiet', async () => {
    const { environment, times, answers, follow } = setUp();
    answers.push({}, new OneDriveError('throttled', { retryAfter: 10 * MINUTE }));
    await follow();
    await environment.advance(31 * SECOND);
    environment.setSeen(true);
    await environment.advance(9 * MINUTE);
    expect(times()).toEqual([0, 30]);
    await environment.advance(MINUTE);
    expect(times()).toEqual([0, 30, 630]);
  });
});
