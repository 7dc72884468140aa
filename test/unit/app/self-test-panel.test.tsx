import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CheckList } from '../../../src/app/self-test/check-list';
import { Summary } from '../../../src/app/self-test/summary';
import type { SelfTestRun } from '../../../src/app/self-test/self-test-run';
import { loadSelfTestTexts, type CheckResult } from '../../../src/self-test';

afterEach(cleanup);

const APPROVAL = 'https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=1';
const RESULTS: readonly CheckResult[] = [
  { id: 'configuration', status: 'passed', facts: {} },
  { id: 'sign-in', status: 'unchecked', why: { because: 'registration' }, facts: {} },
  { id: 'registration', status: 'failed', cause: 'not-single-page', who: 'registrar', facts: {} },
  { id: 'graph', status: 'passed', facts: {} },
];

function finished(results: readonly CheckResult[]): SelfTestRun {
  const report = { at: '2026-11-22T12:00:00Z', page: 'https://files.contoso.example', browser: 'A browser' };
  return { kind: 'finished', report: { ...report, results, passed: false } };
}

it('what has failed stands first when the test has ended, and the summary leads there', async () => {
  const texts = await loadSelfTestTexts();
  const run = finished(RESULTS);
  render(
    <>
      <Summary run={run} texts={texts} />
      <CheckList run={run} texts={texts} />
    </>,
  );
  const rows = within(screen.getByRole('list', { name: 'Results' })).getAllByRole('listitem');
  expect(rows.map((row) => row.dataset['status']).slice(0, 4)).toEqual([
    'failed',
    'unchecked',
    'passed',
    'passed',
  ]);
  expect(screen.getByRole('status').textContent).toBe(
    '2 passed, 1 failed, 1 not checked. First to put right: “The app registration knows the client id and the redirect address”.',
  );
});

it('while it runs, checks keep the order in which they are made', async () => {
  const texts = await loadSelfTestTexts();
  render(
    <CheckList
      run={{ kind: 'running', results: RESULTS, current: 'clock', asking: undefined }}
      texts={texts}
    />,
  );
  const rows = screen.getAllByRole('listitem').map((row) => row.dataset['check']);
  expect(rows.slice(0, 3)).toEqual(['configuration', 'permissions', 'secure-context']);
});

it('an approval that an administrator has to give comes with its address', async () => {
  const facts = { code: 'AADSTS90094', request: '1', address: APPROVAL };
  const run = finished([
    { id: 'sign-in', status: 'failed', cause: 'admin-approval-needed', who: 'administrator', facts },
  ]);
  render(<CheckList run={run} texts={await loadSelfTestTexts()} />);
  expect(screen.getByRole('link', { name: 'Open the address' }).getAttribute('href')).toBe(APPROVAL);
  expect(screen.getByRole('button', { name: 'Copy the address' })).toBeTruthy();
  expect(screen.getByText(/Send this address to an administrator/).textContent).toContain(APPROVAL);
});
