import { errorFromAnswer, itemPath, type DriveItem, type FileVersion, type Graph } from '../../graph';
import {
  explainLostRequest,
  revealSecretUrl,
  withDeadline,
  type Environment,
  type SecretUrl,
} from '../../lib';

interface DownloadParts {
  readonly graph: Graph;
  readonly environment: Environment;
}

/** An address that has not answered for so long (milliseconds) is given up. */
const DEADLINE = 60_000;

/**
 * The address of a version's bytes is told by a redirect alone, which a page may not follow (microsoft-graph-docs
 * 5464); within a batch it can be read. The browser's own download takes it from there, once the address has been seen
 * to work: to an error the browser would leave the page.
 */
export async function downloadVersion(
  { graph, environment }: DownloadParts,
  item: DriveItem,
  version: FileVersion,
  signal?: AbortSignal,
): Promise<void> {
  const path = `${itemPath(item)}/versions/${encodeURIComponent(version.id)}/content`;
  const url = await graph.locate({ path, access: 'read', signal });
  await withDeadline(environment, DEADLINE, signal, (ends) => prove(environment, url, ends));
  environment.saveAs(revealSecretUrl(url), item.name);
}

async function prove(environment: Environment, url: SecretUrl, signal: AbortSignal): Promise<void> {
  const address = revealSecretUrl(url);
  // So simple a range needs no preflight (Fetch: "CORS-safelisted request-header").
  const init: RequestInit = { headers: { Range: 'bytes=0-0' }, signal, credentials: 'omit' };
  const response = await environment.fetch(address, { ...init, referrerPolicy: 'no-referrer' }).catch(
    // The reason of a failed fetch may name the address.
    async () => {
      throw await explainLostRequest(environment, address);
    },
  );
  const { status, headers } = response;
  // 416: an empty file has no first byte.
  if (response.ok || status === 416) return void response.body?.cancel().catch(() => undefined);
  const body = await response.text().catch(() => '');
  throw errorFromAnswer({ status, body, header: (name) => headers.get(name) }, environment.now());
}
