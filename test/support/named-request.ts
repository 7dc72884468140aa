import type { LookupFunction } from 'node:net';
import { request } from 'node:https';

export interface NamedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface NamedRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whom to trust. */
  readonly ca: string;
}

/** A request to a host of any name on a network where every name means this computer. */
export function namedRequest(url: string, { body, ...options }: NamedRequest): Promise<NamedAnswer> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { ...options, lookup: thisComputer }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        const { statusCode: status = 0, headers } = incoming;
        resolve({ status, headers, text: Buffer.concat(parts).toString() });
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

const thisComputer: LookupFunction = (_, { all }, found) => {
  const address = '127.0.0.1';
  if (all === true) found(null, [{ address, family: 4 }]);
  else found(null, address, 4);
};
