import { StsFailure } from './sts-failure';

export type Parameters = ReadonlyMap<string, string>;

/**
 * The parameters of a request: its query and, for a form, its body. What stands in both is the body's:
 * MSAL for Node gives its `client-request-id` in both places.
 * @throws StsFailure 9000411 for a parameter given twice in one place.
 */
export async function readParameters(request: Request): Promise<Parameters> {
  const query = withoutRepeats(new URL(request.url).searchParams);
  if (request.method !== 'POST') return query;
  return new Map([...query, ...withoutRepeats(new URLSearchParams(await request.text()))]);
}

function withoutRepeats(entries: URLSearchParams): Parameters {
  const parameters = new Map<string, string>();
  for (const [name, value] of entries) {
    if (parameters.has(name)) throw new StsFailure(9000411, { x: name });
    parameters.set(name, value);
  }
  return parameters;
}

/** @throws StsFailure 900144 for a missing or empty parameter. */
export function requireParameter(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (value === undefined || value === '') throw new StsFailure(900144, { x: name });
  return value;
}
