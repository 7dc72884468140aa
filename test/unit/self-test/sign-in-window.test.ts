import { describe, expect, it } from 'vitest';
import { createAuth } from '../../../src/auth';
import type { ClickReason } from '../../../src/self-test';
import { signInByWindow, type WindowEnd } from '../../../src/self-test/sign-in-window';
import { buildIssued, createFakeIdentity } from '../../support/fake-identity';
import { createManualEnvironment, settled, silence } from '../../support/manual-environment';

interface Question {
  readonly reason: ClickReason;
  readonly signal: AbortSignal;
  readonly answer: (clicked: boolean) => void;
}

/** A window in which Microsoft's page was seen. */
async function openWindow() {
  const identity = createFakeIdentity();
  const environment = createManualEnvironment();
  environment.answerWith(silence);
  const authority = 'https://login.microsoftonline.com/organizations';
  const auth = createAuth({ loadIdentity: async () => identity, authority, environment });
  await settled();
  const questions: Question[] = [];
  const waitForClick = (reason: ClickReason, signal: AbortSignal) =>
    new Promise<boolean>((answer) => questions.push({ reason, signal, answer }));
  const life = new AbortController();
  const ends: WindowEnd[] = [];
  void signInByWindow({ auth, signal: life.signal, waitForClick }).then((end) => ends.push(end));
  await settled();
  identity.sees = 'foreign';
  await environment.advance(1_000);
  const close = async () => {
    identity.sees = 'closed';
    await environment.advance(1_000);
  };
  return { identity, questions, ends, life, close };
}

describe('a sign-in window of the self-test', () => {
  it('that is closed without an answer is noticed within a second, and can be opened again', async () => {
    const { identity, questions, ends, close } = await openWindow();
    expect(questions).toEqual([]);
    await close();
    expect(questions.map(({ reason }) => reason)).toEqual(['window-gone']);
    questions[0]?.answer(true);
    await settled();
    expect(identity.signIns).toHaveLength(2);
    identity.signIns[1]?.resolve(buildIssued());
    await settled();
    expect(ends).toEqual([{ kind: 'done' }]);
  });

  it('that is closed is not waited for where the person goes on without', async () => {
    const { identity, questions, ends, close } = await openWindow();
    await close();
    questions[0]?.answer(false);
    await settled();
    expect(ends).toEqual([{ kind: 'left' }]);
    expect(identity.calls).toEqual(['close']);
  });

  it('that answers after all is believed, and the question is taken back', async () => {
    const { identity, questions, ends, close } = await openWindow();
    await close();
    expect(questions[0]?.signal.aborted).toBe(false);
    identity.signIns[0]?.resolve(buildIssued());
    await settled();
    expect(ends).toEqual([{ kind: 'done' }]);
    expect(questions[0]?.signal.aborted).toBe(true);
  });

  it('is closed when the test is given up, and the question is taken back', async () => {
    const { identity, questions, ends, life, close } = await openWindow();
    await close();
    life.abort();
    await settled();
    expect(ends).toMatchObject([{ kind: 'failed', error: { code: 'cancelled' } }]);
    expect(questions[0]?.signal.aborted).toBe(true);
    expect(identity.calls).toContain('close');
  });
});
