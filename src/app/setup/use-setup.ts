import { createContext, useContext, useEffect, useState } from 'react';
import { needlessScopes } from '../../auth';
import type { Environment } from '../../control';
import type { SettingWordsTable, SetupTexts } from '../../locales';
import { ownAddress, readAddresses, type RedirectAddress } from './addresses';
import { firstInput, forgetInput, inputOf, keepInput, readKeptInput } from './kept-input';
import { readIds, type ReadIds } from './read-ids';
import type { SetupInput } from './setup-input';

/** What all steps see: what was entered, and what follows from it. */
export interface Setup {
  readonly input: SetupInput;
  readonly change: (change: Partial<SetupInput>) => void;
  readonly startOver: () => void;
  readonly ids: ReadIds;
  readonly own: RedirectAddress;
  readonly more: ReturnType<typeof readAddresses>;
  /** To register, this page's first. */
  readonly redirectUris: readonly string[];
  /** Scopes of the page's own settings that the control has no use for. */
  readonly needless: readonly string[];
  /** Where this page is open on the computer that runs it. */
  readonly isLoopback: boolean;
  readonly texts: SetupTexts;
  /** Of settings that can't be right. */
  readonly words: SettingWordsTable;
  readonly environment: Environment;
}

export interface SetupOptions {
  readonly pageAddress: string;
  /** The page's own settings, as far as there are any. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly texts: SetupTexts;
  /** Of settings that can't be right. */
  readonly words: SettingWordsTable;
  readonly environment: Environment;
}

export function useSetupState({ pageAddress, given, texts, words, environment }: SetupOptions): Setup {
  const own = ownAddress(pageAddress);
  const isLoopback = own.warnings.includes('loopback');
  const [input, setInput] = useState(() => readKeptInput(environment) ?? inputOf(given));
  useEffect(() => keepInput(environment, input), [environment, input]);
  const more = readAddresses(input.moreAddresses);
  const named = more.flatMap((address) => ('address' in address ? [address.address] : []));
  return {
    input,
    change: (change) => setInput((before) => ({ ...before, ...change })),
    startOver: () => {
      forgetInput(environment);
      setInput(firstInput(given));
    },
    ids: readIds(input),
    own,
    more,
    redirectUris: [...new Set([own.address, ...named])],
    needless: needlessScopes(scopesGiven(given)),
    isLoopback,
    texts,
    words,
    environment,
  };
}

/** A list or words, as the file may have them; what they are worth is told when the page is opened. */
function scopesGiven({ scopes }: SetupOptions['given']): readonly string[] {
  if (Array.isArray(scopes)) return scopes.filter((scope) => typeof scope === 'string');
  return typeof scopes === 'string' ? scopes.split(/[\s,]+/) : [];
}

const SetupContext = createContext<Setup | undefined>(undefined);

export const SetupProvider = SetupContext.Provider;

/** @throws TypeError outside of the assistant */
export function useSetup(): Setup {
  const setup = useContext(SetupContext);
  if (!setup) throw new TypeError('useSetup needs the set-up assistant above it.');
  return setup;
}
