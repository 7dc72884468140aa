import { fillIn, loadSelfTestTexts, type SelfTestTextId, type SelfTestTexts } from '../locales';
import type { CheckResult } from './outcome';
import type { SelfTestReport } from './run-self-test';

/** A result in words. */
export interface DescribedResult {
  readonly id: CheckResult['id'];
  readonly status: CheckResult['status'];
  /** What was checked. */
  readonly name: string;
  /** What was found; empty where there is no more to say than that it passed. */
  readonly finding: string;
  /** What to do, where something failed. */
  readonly fix?: string | undefined;
  /** Who can do it. */
  readonly who?: string | undefined;
  /** Where they do it. */
  readonly address?: string | undefined;
}

export function describeResult(result: CheckResult, texts: SelfTestTexts): DescribedResult {
  const { id, status } = result;
  const shared = { id, status, name: texts[`check.${id}`] };
  switch (result.status) {
    case 'passed': {
      const finding = textOf(texts, `passed.${id}`);
      return { ...shared, finding: fillIn(finding, result.facts) };
    }
    case 'failed': {
      const { cause, who, facts } = result;
      return {
        ...shared,
        finding: fillIn(texts[`cause.${cause}`], facts),
        fix: fillIn(texts[`fix.${cause}`], facts),
        who: texts[`who.${who}`],
        address: facts['address'],
      };
    }
    case 'unchecked':
      return { ...shared, finding: describeWhy(result, texts) };
  }
}

function describeWhy(
  { why, facts }: Extract<CheckResult, { status: 'unchecked' }>,
  texts: SelfTestTexts,
): string {
  if (typeof why === 'string') return fillIn(texts[`why.${why}`], facts);
  return fillIn(texts['why.because'], { check: texts[`check.${why.because}`] });
}

/**
 * The report as a text, to be copied to whoever can help.
 *
 * @example await navigator.clipboard.writeText(await describeReport(report));
 */
export async function describeReport(report: SelfTestReport): Promise<string> {
  return writeReport(report, await loadSelfTestTexts());
}

/** The same, where the words are there already: a browser lets a page copy only right after a click. */
export function writeReport({ at, page, browser, results }: SelfTestReport, texts: SelfTestTexts): string {
  const head = [texts['panel.title'], page, at, browser];
  return [head.join('\n'), ...results.map((result) => writeResult(result, texts))].join('\n');
}

function writeResult(result: CheckResult, texts: SelfTestTexts): string {
  const { name, status, finding, fix, who } = describeResult(result, texts);
  const lines = [
    finding,
    ...(fix ? [`${texts['panel.fix']}: ${fix}`] : []),
    ...(who ? [`${texts['panel.who']}: ${who}`] : []),
  ];
  const head = `${texts[`status.${status}`]}: ${name}`;
  return [head, ...lines.filter((line) => line !== '').map((line) => `    ${line}`)].join('\n');
}

function textOf(texts: SelfTestTexts, id: string): string {
  return id in texts ? texts[id as SelfTestTextId] : '';
}
