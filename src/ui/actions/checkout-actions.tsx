import { ArrowUndoRegular } from '@fluentui/react-icons';
import type { DriveItem } from '../../drive';
import { CheckoutArrow } from './checkout-arrow';
import type { ControlAction } from './control-action';
import { refuseOffline } from './refusals';
import type { Situation } from './situation';

const ENDS = {
  on: 'some',
  word: 'check-out',
  group: 'checkout',
  suits: ({ items }: Situation) => items.every(isOfWork) && items.some(isMine),
  refusal: refuseOffline,
} as const;

/** What has a file for oneself, and gives it back to all. Personal drives know nothing of it. */
export const CHECKOUT_ACTIONS: readonly ControlAction[] = [
  {
    id: 'check-out',
    word: 'check-out',
    label: ({ text }) => text('command.checkOut'),
    icon: <CheckoutArrow />,
    on: 'some',
    group: 'checkout',
    suits: ({ items }) => items.every(isOfWork) && !items.every(isMine),
    refusal: (situation) => refuseTaken(situation) ?? refuseOffline(situation),
    run: ({ control, items }) =>
      void control.operations.begin({ kind: 'check-out', items: items.filter((item) => !isMine(item)) }),
  },
  {
    ...ENDS,
    id: 'check-in',
    label: ({ text }) => text('command.checkIn'),
    icon: <CheckoutArrow isIn />,
    run: (situation) => ask(situation, 'check-in'),
  },
  {
    ...ENDS,
    id: 'discard-check-out',
    label: ({ text }) => text('command.discardCheckOut'),
    icon: <ArrowUndoRegular />,
    run: (situation) => ask(situation, 'discard-check-out'),
  },
];

/** Of several, those that are checked out are meant. */
function ask({ view, items }: Situation, end: 'check-in' | 'discard-check-out'): void {
  view.dialog.set({ kind: 'check-out', end, items: items.filter(isMine) });
}

function isOfWork({ file, parentReference: { driveType } }: DriveItem): boolean {
  return file !== undefined && (driveType === 'business' || driveType === 'documentLibrary');
}

function isMine({ publication }: DriveItem): boolean {
  return publication?.level === 'checkout';
}

function refuseTaken({ items, text }: Situation): string | undefined {
  const taken = items.find((item) => !isMine(item) && item.publication?.checkedOutBy !== undefined);
  const name = taken?.publication?.checkedOutBy;
  return name && text('list.checkedOut', { name });
}
