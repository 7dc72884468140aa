/** `w…@contoso.example`: enough to tell one's own accounts apart, too little to name a person. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at > 0 ? `${address.slice(0, 1)}…${address.slice(at)}` : '…';
}
