/**
 * JSON that every shell takes as it is between single quotes: nothing in it ends such quotes (PowerShell takes curly
 * ones for quotes too), and nothing is read as the name of a file (`@`, by the Azure CLI).
 */
export function asciiJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(
    /['@\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
