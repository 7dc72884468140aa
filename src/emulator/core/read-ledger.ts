import type { EmulatedGraph } from '../graph';
import type { RequestLog } from './request-log';
import type { RetryWindows } from './retry-windows';

/** What oracles ask: which writes there were and whether their answers were heard, what is open, who did not wait. */
export function readLedger(graph: EmulatedGraph, log: RequestLog, windows: RetryWindows): object {
  const requests = new Map(log.entries().map((entry) => [entry.number, entry]));
  const { writes, uploadSessions } = graph.ledger();
  return {
    writes: writes.map((write) => {
      const { outcome = null, status = null, fault = null } = requests.get(write.request ?? 0) ?? {};
      return { ...write, outcome, status, fault };
    }),
    uploadSessions,
    earlyRequests: windows.early(),
  };
}
