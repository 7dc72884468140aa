import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { IntlProvider, MessageFormatError } from 'react-intl';
import type { StringOverrides } from '../host';
import { en } from '../locales';

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
  const messages = useMemo(() => (strings ? { ...en, ...textsOf(strings) } : en), [strings]);
  return (
    <IntlProvider
      locale={locale}
      defaultLocale="en"
      messages={messages}
      onError={useErrorHandler(onInvalidString)}
    >
      {children}
    </IntlProvider>
  );
}

/** One for the whole life: another one would make every text anew. */
function useErrorHandler(onInvalidString: TextProviderProps['onInvalidString']) {
  const newest = useRef(onInvalidString);
  useEffect(() => {
    newest.current = onInvalidString;
  }, [onInvalidString]);
  const [handle] = useState(() => (error: Error) => {
    // That a locale has no texts of its own and shows English is decided, not an error.
    const id = error instanceof MessageFormatError ? error.descriptor?.id : undefined;
    // Not in the middle of a rendering.
    if (id !== undefined) queueMicrotask(() => newest.current?.(id));
  });
  return handle;
}

/** Hosts without types give anything. */
function textsOf(strings: StringOverrides): Record<string, string> {
  return Object.fromEntries(
    Object.entries(strings).filter(([id, text]) => Object.hasOwn(en, id) && typeof text === 'string'),
  );
}
