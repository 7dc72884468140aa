import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { en } from '../locales';

export interface TextProviderProps {
  /** BCP 47; the browser's own where it is not given. Dates and numbers follow it. */
  readonly locale: string | undefined;
  readonly children: ReactNode;
}

/** Gives `useText` its language. Texts are English until more locale files exist. */
export function TextProvider({ locale = navigator.language, children }: TextProviderProps) {
  return (
    <IntlProvider locale={locale} defaultLocale="en" messages={en} onError={ignoreMissingLocaleData}>
      {children}
    </IntlProvider>
  );
}

/** A locale without texts of its own shows English; that is decided, not an error worth a console line. */
function ignoreMissingLocaleData(): void {
  // Nothing to do: the message itself is always there (its id is checked by the compiler).
}
