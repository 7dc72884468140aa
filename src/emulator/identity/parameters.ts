import { StsFailure } from './sts-failure';

export type Parameters = ReadonlyMap<string, string>;

/**
 * The parameters of a request: its query and, for a form, its body.
 * @throws StsFailure 9000411 for a parameter given twice.
 */
export async function readParameters(request: Request): Promise<Parameters> {
  const parameters = new Map<string, string>();
  const add = (entries: URLSearchParams): void => {
    for (const [name, value] of entries) {
      if (parameters.has(name)) throw new StsFailure(9000411, { x: name });
      parameters.set(name, value);
    }
  };
  add(new URL(request.url).searchParams);
  if (request.method === 'POST') add(new URLSearchParams(await request.text()));
  return parameters;
}

/** @throws StsFailure 900144 for a missing or empty parameter. */
export function requireParameter(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (value === undefined || value === '') throw new StsFailure(900144, { x: name });
  return value;
}
