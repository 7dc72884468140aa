import * as v from 'valibot';
import { isSecureAddress } from '../lib';

const schema = v.looseObject({ webDavUrl: v.nullish(v.string()) });

/** Where programs find a file: the address of the file itself, which opens for whoever is signed in there. */
export function parseWebDavUrl(json: unknown): string | undefined {
  const { webDavUrl } = v.parse(schema, json);
  return webDavUrl && isSecureAddress(webDavUrl) ? webDavUrl : undefined;
}
