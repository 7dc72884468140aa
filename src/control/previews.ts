import type { Previews } from '../drive';
import { itemPath, parsePreviewPage, parseWebDavUrl, type Graph } from '../graph';
import type { Environment, ThrottleGate } from '../lib';
import { readBeginning, type TransferPorts } from '../transfer';

interface PreviewParts {
  readonly graph: Graph;
  readonly ports: Pick<TransferPorts, 'getContent'>;
  readonly environment: Environment;
  readonly gate: ThrottleGate;
}

/** What looking into files asks the service for. */
export function createPreviews({ graph, ports, environment, gate }: PreviewParts): Previews {
  return {
    read: (item, limit, signal) => readBeginning({ ports, environment, gate, signal }, item, limit),
    address: async (item, signal) => (await ports.getContent(item.remoteItem ?? item, signal)).url,
    page: (item, signal) =>
      graph.post(
        {
          path: `${itemPath(item.remoteItem ?? item)}/preview`,
          body: {},
          access: 'read',
          // It only makes another address.
          repeat: 'always',
          signal,
        },
        parsePreviewPage,
      ),
    placeForPrograms: (item, signal) =>
      graph.get(
        {
          path: itemPath(item.remoteItem ?? item),
          query: { $select: 'webDavUrl' },
          access: 'read',
          signal,
        },
        parseWebDavUrl,
      ),
  };
}
