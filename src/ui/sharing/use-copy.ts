import { useState } from 'react';
import { revealSecretUrl, type SecretUrl } from '../../lib';

/** `refused`: the browser lets nothing into the clipboard, as in many frames. */
export type Copied = 'copied' | 'refused';

/** Puts a link into the clipboard, where the browser allows it. */
export function useCopy() {
  const [copied, setCopied] = useState<Copied>();
  const copy = async (address: SecretUrl) => {
    setCopied(undefined);
    try {
      await navigator.clipboard.writeText(revealSecretUrl(address));
      setCopied('copied');
    } catch {
      setCopied('refused');
    }
  };
  return { copied, copy, forget: () => setCopied(undefined) };
}
