import { OTHER_CLIENT, type Truth } from './oracle';

/** A door to an emulator beside the control. */
export interface Door {
  /** Of login and Graph. */
  readonly origin: string;
  /** `/_emulator/…`; rejects where the emulator refuses. */
  readonly steer: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** As any other client: without the control. */
  readonly other: (input: string, init?: RequestInit) => Promise<Response>;
}

/** Everything a test asks of an emulator or does to it, besides what the control does. */
export function createSteering({ origin, steer, other }: Door, user: string) {
  const tokenFor = async (scope: string, client?: string): Promise<string> => {
    const query = new URLSearchParams({ user, scope, ...(client && { client }) });
    const answer = await steer('GET', `token?${query}`);
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  let otherToken: Promise<string> | undefined;
  const call = async (
    method: string,
    path: string,
    body?: BodyInit,
    headers: Record<string, string> = {},
  ) => {
    otherToken ??= tokenFor('Files.ReadWrite', OTHER_CLIENT);
    return other(`${origin}/v1.0/me/drive/${path}`, {
      method,
      headers: { Authorization: `Bearer ${await otherToken}`, ...headers },
      ...(body !== undefined && { body }),
    });
  };
  return {
    tokenFor,
    reset: async () => {
      otherToken = undefined;
      await steer('POST', 'reset');
      await steer('POST', 'apps', { clientId: OTHER_CLIENT, spa: ['http://localhost:1/other'] });
    },
    advance: async (milliseconds: number) => void (await steer('POST', 'clock', { advance: milliseconds })),
    script: async (faults: readonly object[]) => void (await steer('POST', 'faults', faults)),
    clearFaults: async () => {
      await steer('DELETE', 'faults');
      await steer('DELETE', 'throttling');
      // The token may have ended with the time that was leapt over.
      otherToken = undefined;
    },
    /** As another client would, without the control; below the drive. */
    other: call,
    truth: async (driveId: string): Promise<Truth> => {
      const [ledger, state] = await Promise.all([steer('GET', 'ledger'), steer('GET', 'state')]);
      const { graph } = (await state.json()) as {
        graph: { drives: { id: string; items: Truth['items'] }[] };
      };
      const items = graph.drives.find(({ id }) => id === driveId)?.items ?? [];
      return { ...((await ledger.json()) as Omit<Truth, 'items'>), items };
    },
    contentOf: async (id: string): Promise<Uint8Array> => {
      const moved = await call('GET', `items/${id}/content`);
      const answer = await other(moved.headers.get('Location') ?? '');
      if (!answer.ok) throw new Error(`The content can’t be read: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

/** Tokens in an answer, and preauthenticated addresses: whoever has one of those needs no token. */
export function secretsIn(body: string): readonly string[] {
  const secret = /"(?:uploadUrl|@microsoft\.graph\.downloadUrl|(?:access|refresh|id)_token)":"([^"]+)"/g;
  return [...body.matchAll(secret)].map(([, value]) => value ?? '');
}

/** Everything that tasks say, errors with all that hangs on them. */
export function toldBy(tasks: readonly object[]): string {
  return JSON.stringify(tasks, (_key, value: unknown) =>
    value instanceof Error ? [value.message, value.stack, value.cause, Object.entries(value)] : value,
  );
}
