import type { SelfTestTextId } from './self-test';

export type SelfTestTexts = Readonly<Record<SelfTestTextId, string>>;

/** The words of the self-test, which hardly anybody ever reads: they are no part of any screen. */
export async function loadSelfTestTexts(): Promise<SelfTestTexts> {
  const { selfTestTexts } = await import('./self-test');
  return selfTestTexts;
}
