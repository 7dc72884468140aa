import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { StringOverrides } from '../host';
import { createStore } from '../lib';
import { isPlain, loadReader, messages, type Message } from '../locales';
import { useStore } from './control-context';
import { insist } from './later';
import { createText, knownMessages, TextContextProvider } from './text';

export interface TextProviderProps {
  /** BCP 47; the browser's own where it is not given. Dates and numbers follow it. */
  readonly locale: string | undefined;
  /** In place of our texts, by message id. */
  readonly strings?: StringOverrides | undefined;
  /** One of them can't be read, or wants a value that there is not; ours is shown in its place. */
  readonly onInvalidString?: ((id: string) => void) | undefined;
  readonly children: ReactNode;
}

/** Gives `useText` its language. Texts are English until more locale files exist. */
export function TextProvider(props: TextProviderProps) {
  const { locale = navigator.language, strings, onInvalidString, children } = props;
  const onInvalid = useTeller(onInvalidString);
  const overrides = useOverrides(strings, onInvalid);
  const text = useMemo(() => createText({ locale, overrides, onInvalid }), [locale, overrides, onInvalid]);
  return <TextContextProvider value={text}>{children}</TextContextProvider>;
}

/** One for the whole life: another one would make every text anew. */
function useTeller(onInvalidString: TextProviderProps['onInvalidString']) {
  const newest = useRef(onInvalidString);
  useEffect(() => {
    newest.current = onInvalidString;
  }, [onInvalidString]);
  // Not in the middle of a rendering.
  const [tell] = useState(() => (id: string) => queueMicrotask(() => newest.current?.(id)));
  return tell;
}

/** What pages gave, once it is read; undefined where it can't be. */
const read = createStore<ReadonlyMap<string, Message | undefined>>(new Map());

/** Those without values are there at once; for the others comes the parser, which our own texts do without. */
function useOverrides(strings: StringOverrides | undefined, onInvalid: (id: string) => void) {
  const known = useStore(read);
  const ours = useStore(knownMessages);
  const texts = useMemo(() => textsOf(strings ?? {}), [strings]);
  useEffect(() => {
    const unread = texts.map(([, text]) => text).filter((text) => !isPlain(text) && !known.has(text));
    if (unread.length > 0) return insist(() => readTexts(unread));
    for (const [id, text] of texts) if (!isPlain(text) && known.get(text) === undefined) onInvalid(id);
    return undefined;
  }, [texts, known, onInvalid]);
  useEffect(() => {
    // Before all of ours are here, an id that is none can't be told from one of a part that comes later.
    if (ours === messages) return;
    for (const [id] of texts) if (!Object.hasOwn(ours, id)) onInvalid(id);
  }, [texts, ours, onInvalid]);
  return useMemo(() => {
    const overrides: Record<string, Message> = {};
    for (const [id, text] of texts) {
      const message = isPlain(text) ? text : known.get(text);
      if (message !== undefined) overrides[id] = message;
    }
    return overrides;
  }, [texts, known]);
}

async function readTexts(texts: readonly string[]): Promise<void> {
  const readMessage = await loadReader();
  const readOne = (text: string) => {
    try {
      return readMessage(text);
    } catch {
      return undefined;
    }
  };
  read.set(new Map([...read.get(), ...texts.map((text) => [text, readOne(text)] as const)]));
}

/** Hosts without types give anything. */
function textsOf(strings: StringOverrides): readonly (readonly [id: string, text: string])[] {
  return Object.entries(strings).flatMap(([id, text]) => (typeof text === 'string' ? [[id, text]] : []));
}
