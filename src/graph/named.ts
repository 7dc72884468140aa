import * as v from 'valibot';
import { isSecureAddress } from '../lib';

/** A site, a library, a team or a channel, as far as a row shows it. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly webUrl: string | undefined;
}

const text = v.nullish(v.string());
const schema = v.looseObject({ id: v.string(), displayName: text, name: text, webUrl: text });

/** @throws v.ValiError */
export function parseNamed(json: unknown): Named {
  const { id, displayName, name, webUrl } = v.parse(schema, json);
  return {
    id,
    name: displayName || name || '',
    webUrl: webUrl && isSecureAddress(webUrl) ? webUrl : undefined,
  };
}
