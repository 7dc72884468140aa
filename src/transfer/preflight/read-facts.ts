import type { Drive } from '../../graph';
import { withDeadline } from '../../lib';
import type { TransferContext } from '../transfer-context';

export type DriveFacts = Partial<Pick<Drive, 'driveType' | 'quota'>>;

/** Milliseconds. */
const PATIENCE = 5_000;

/** Good to know, and no more: what can't be read, or not soon, stops nothing. Never rejects. */
export async function readFacts(context: TransferContext, driveId: string): Promise<DriveFacts> {
  const { ports, environment, signal } = context;
  try {
    return await withDeadline(environment, PATIENCE, signal, (ends) => ports.readDrive(driveId, ends));
  } catch {
    return {};
  }
}
