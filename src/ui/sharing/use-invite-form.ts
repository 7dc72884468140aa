import { useState } from 'react';
import {
  parseAddresses,
  type AddressToken,
  type ChangedRole,
  type ItemSharing,
  type OptionRefusals,
} from '../../drive';
import { createBrowserEnvironment, type OneDriveError } from '../../lib';
import { useSubmission } from '../dialogs/use-submission';
import { isOver, lastMomentOf } from './days';

/** Somebody to be invited, or an entry that is no address. */
export type Invitee = AddressToken & {
  /** Why they were not invited. */
  readonly error?: OneDriveError | undefined;
};

interface InviteDraft {
  readonly people: readonly Invitee[];
  /** What is in the field, and no entry yet. */
  readonly typed: string;
  readonly role: ChangedRole;
  readonly message: string;
  readonly notifies: boolean;
  readonly requiresSignIn: boolean;
  readonly lastDay: string;
}

/** What became of it, or why it was not begun. */
type InviteNotice =
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid'; readonly count: number }
  | { readonly kind: 'sent'; readonly invited: readonly string[]; readonly failed: number };

const EMPTY: InviteDraft = {
  people: [],
  typed: '',
  role: 'read',
  message: '',
  notifies: true,
  requiresSignIn: true,
  lastDay: '',
};
const environment = createBrowserEnvironment();

/** Inviting people. It lives above the dialog's frame, which hides while a permission is asked for. */
export function useInviteForm(sharing: ItemSharing | undefined, refusals: OptionRefusals) {
  const [draft, setDraft] = useState(EMPTY);
  const [notice, setNotice] = useState<InviteNotice>();
  const { submission, submit, edit } = useSubmission();
  const lastDay = refusals.has('invite-expiry') ? '' : draft.lastDay;
  const isTooLate = isOver(lastDay, environment.now());
  const change = (part: Partial<InviteDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setNotice(undefined);
    edit();
  };
  const send = () => {
    const people = joined(draft.people, parseAddresses(draft.typed));
    change({ people, typed: '' });
    const emails = people.flatMap((each) => (each.kind === 'address' ? [each.email] : []));
    const invalid = people.length - emails.length;
    if (invalid > 0) return setNotice({ kind: 'invalid', count: invalid });
    if (emails.length === 0) return setNotice({ kind: 'none' });
    if (!sharing || isTooLate) return undefined;
    const { role, message } = draft;
    // Whoever need not sign in can come in only by the mail.
    const requiresSignIn = draft.requiresSignIn || refusals.has('invite-without-sign-in');
    const notifies = draft.notifies || !requiresSignIn;
    const wish = { emails, role, message, requiresSignIn, notifies, expires: lastMomentOf(lastDay) };
    void submit(async (signal) => {
      const outcomes = await sharing.invite(wish, signal);
      if (signal.aborted) return;
      const errors = new Map(outcomes.map(({ email, error }) => [email, error]));
      const left = people.flatMap((each): readonly Invitee[] => {
        const error = each.kind === 'address' ? errors.get(each.email) : undefined;
        return error ? [{ ...each, error }] : [];
      });
      const invited = outcomes.flatMap(({ email, error }) => (error ? [] : [email]));
      setDraft((now) => ({ ...now, people: left, ...(left.length === 0 && { message: '' }) }));
      setNotice({ kind: 'sent', invited, failed: left.length });
    });
    return undefined;
  };
  return {
    draft,
    isTooLate,
    /** Only those who could not be invited are left. */
    hasFailed: draft.people.length > 0 && draft.people.every(({ error }) => error !== undefined),
    submission,
    notice,
    change,
    send,
    add: (text: string) => change({ people: joined(draft.people, parseAddresses(text)), typed: '' }),
    remove: (removed: Invitee) => change({ people: draft.people.filter((each) => each !== removed) }),
  };
}

export type InviteForm = ReturnType<typeof useInviteForm>;

/** Nobody twice, whatever the case of the letters. */
function joined(people: readonly Invitee[], added: readonly AddressToken[]): readonly Invitee[] {
  const known = new Set(people.map(keyOf));
  return [...people, ...added.filter((token) => !known.has(keyOf(token)))];
}

/** What an entry is known by. */
export function keyOf(token: AddressToken): string {
  return token.kind === 'address' ? token.email.toLowerCase() : token.text;
}
