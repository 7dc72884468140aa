import { useState } from 'react';
import {
  defaultScope,
  withoutRefused,
  type DriveItem,
  type ItemSharing,
  type LinkScope,
  type LinkType,
  type LinkWish,
  type MadeLink,
  type OptionRefusals,
} from '../../drive';
import { createBrowserEnvironment } from '../../lib';
import { useSubmission } from '../dialogs/use-submission';
import { isOver, lastMomentOf } from './days';
import { useCopy } from './use-copy';

/** What stands in the form. What can't be had is kept, too, in case it can be had elsewhere; it is not sent. */
interface LinkDraft {
  readonly type: LinkType;
  readonly scope: LinkScope;
  readonly blocksDownload: boolean;
  /** `2026-11-23`, or empty. */
  readonly lastDay: string;
  readonly password: string;
}

const environment = createBrowserEnvironment();

/** Making a link. It lives above the dialog's frame, which hides while a permission is asked for. */
export function useLinkForm(item: DriveItem, sharing: ItemSharing | undefined, refusals: OptionRefusals) {
  const [draft, setDraft] = useState<LinkDraft>(() => ({
    type: 'view',
    scope: defaultScope(item),
    blocksDownload: false,
    lastDay: '',
    password: '',
  }));
  const [made, setMade] = useState<MadeLink>();
  const { submission, submit, edit } = useSubmission();
  const { copied, copy, forget } = useCopy();
  const wish = withoutRefused(wishOf(draft), refusals);
  const isTooLate = wish.expires !== undefined && isOver(draft.lastDay, environment.now());
  const change = (part: Partial<LinkDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setMade(undefined);
    forget();
    edit();
  };
  return {
    draft,
    /** What is sent. */
    wish,
    isTooLate,
    submission,
    made,
    copied,
    change,
    copy: () => {
      const address = made?.permission.link?.address;
      if (address) void copy(address);
    },
    create: () => {
      if (!sharing || isTooLate) return;
      setMade(undefined);
      void submit(async (signal) => {
        const link = await sharing.createLink(wish, signal);
        if (signal.aborted) return;
        setMade(link);
        const { address } = link.permission.link ?? {};
        if (address) await copy(address);
      });
    },
  };
}

export type LinkForm = ReturnType<typeof useLinkForm>;

function wishOf({ lastDay, password, ...rest }: LinkDraft): LinkWish {
  return { ...rest, password: password || undefined, expires: lastMomentOf(lastDay) };
}
