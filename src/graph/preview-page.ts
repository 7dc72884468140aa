import * as v from 'valibot';
import { createSecretUrl, isSecureAddress, type SecretUrl } from '../lib';

const schema = v.looseObject({ getUrl: v.nullish(v.string()) });

/**
 * The short-lived address of a page that shows a file, without the banner; undefined where the service would have it
 * asked for by a form, which a frame that no page may read cannot.
 *
 * Source: microsoft-graph-docs, driveitem-preview.
 */
export function parsePreviewPage(json: unknown): SecretUrl | undefined {
  const { getUrl } = v.parse(schema, json);
  if (!getUrl || !isSecureAddress(getUrl)) return undefined;
  const address = new URL(getUrl);
  address.searchParams.set('nb', 'true');
  return createSecretUrl(address.href);
}
