import { mkdir, rm } from 'node:fs/promises';
import type { DriveClient, Workplace } from './drive-client';
import { startJourney, steps } from './journey';

/** One line of the table. */
export interface StepResult {
  readonly client: string;
  readonly version: string;
  readonly account: string;
  readonly step: string;
  readonly result: 'passed' | 'FAILED' | 'not tried';
  readonly seconds: number;
  /** Why it failed. */
  readonly reason?: string;
}

export type CreateClient = (workplace: Workplace) => DriveClient;

/** Takes a client through all steps on an empty drive; without a sign-in nothing else is tried. */
export async function runJourney(
  create: CreateClient,
  account: string,
  workplace: Workplace,
): Promise<readonly StepResult[]> {
  await rm(workplace.folder, { recursive: true, force: true });
  await mkdir(workplace.folder, { recursive: true });
  await workplace.service.reset();
  const client = create(workplace);
  const journey = startJourney(client, account, workplace);
  const common = { client: client.name, version: await client.version(), account };
  const results: StepResult[] = [];
  for (const step of steps) {
    const line = { ...common, step: step.title };
    if (results[0]?.result === 'FAILED') {
      results.push({ ...line, result: 'not tried', seconds: 0 });
      continue;
    }
    const start = performance.now();
    const seconds = (): number => (performance.now() - start) / 1000;
    try {
      await step.run(journey);
      results.push({ ...line, result: 'passed', seconds: seconds() });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      results.push({ ...line, result: 'FAILED', seconds: seconds(), reason });
    }
  }
  return results;
}
