/**
 * OneDrive takes a name for the same however its accents are composed (onedrive-api-docs 351), and macOS gives them
 * decomposed: all of ours arrive in one form.
 */
export function toNfc(name: string): string {
  return name.normalize('NFC');
}
