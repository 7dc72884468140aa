/** Finds out what is wrong with a set-up, and who can put it right. No React. */
export type { ClickReason, WaitForClick } from './check-context';
export type { Cause, Who } from './causes';
export { loadSelfTestTexts, type SelfTestTexts } from '../locales';
export { describeReport, describeResult, writeReport } from './describe';
export { CHECK_IDS, type CheckId, type CheckResult, type Why } from './outcome';
export { runSelfTest, type SelfTestOptions, type SelfTestReport } from './run-self-test';
export type { SelfTestSettings } from './settings';
