import type { DriveItem } from '../../drive';
import type { MessageId } from '../../locales';
import { extensionOf } from '../file-list/file-type';

/** A program of the device that opens a file where it is. */
interface OfficeApp {
  readonly scheme: 'ms-word' | 'ms-excel' | 'ms-powerpoint';
  readonly label: MessageId;
}

const APPS: readonly (readonly [RegExp, OfficeApp])[] = [
  [/^(?:do[ct][mx]?|rtf|odt)$/, { scheme: 'ms-word', label: 'preview.openWord' }],
  [/^(?:xl[st][mxb]?|csv|ods)$/, { scheme: 'ms-excel', label: 'preview.openExcel' }],
  [/^(?:p[op][ts][mx]?|odp)$/, { scheme: 'ms-powerpoint', label: 'preview.openPowerPoint' }],
];

export function officeAppOf(item: DriveItem): OfficeApp | undefined {
  return APPS.find(([extensions]) => extensions.test(extensionOf(item)))?.[1];
}

/**
 * Hands the file to its program, to be changed there or only read. Source: Microsoft Learn, “Office URI Schemes”.
 *
 * @param address where programs find the file
 */
export function openInApp({ scheme }: OfficeApp, address: string, mayChange: boolean): void {
  const link = document.createElement('a');
  link.href = `${scheme}:${mayChange ? 'ofe' : 'ofv'}|u|${address}`;
  link.click();
}
