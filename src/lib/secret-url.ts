import { isSecureAddress } from './secure-address';

const HIDDEN = '[secret url]';

/**
 * A preauthenticated URL (upload, download, thumbnail, monitor): whoever reads it may use it.
 * It prints as `[secret url]` everywhere; only {@link revealSecretUrl} gives the address, at the moment of use.
 */
export interface SecretUrl {
  readonly kind: 'SecretUrl';
  toString(): string;
  toJSON(): string;
}

const addresses = new WeakMap<SecretUrl, string>();

/** @throws TypeError where the address is neither https nor http on loopback. */
export function createSecretUrl(address: string): SecretUrl {
  if (!isSecureAddress(address)) {
    throw new TypeError('A preauthenticated URL must be https, or http on loopback.');
  }
  const secret: SecretUrl = Object.freeze({
    kind: 'SecretUrl',
    toString: () => HIDDEN,
    toJSON: () => HIDDEN,
  });
  addresses.set(secret, address);
  return secret;
}

/** The address itself, exactly as the service gave it. Call it only where the request is made. */
export function revealSecretUrl(secret: SecretUrl): string {
  const address = addresses.get(secret);
  if (address === undefined) throw new TypeError('Not a SecretUrl made by createSecretUrl.');
  return address;
}
