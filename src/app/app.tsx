import { lazy, Suspense } from 'react';
import type { MsalIdentity } from '../auth';
import type { OneDriveControl } from '../control';
import { OneDriveView, TextProvider, useText } from '../ui';
import type { Configuration } from './configuration';

export interface AppProps {
  readonly configuration: Configuration;
  readonly control: OneDriveControl;
  readonly identity: Promise<MsalIdentity>;
}

const AccountTitle = lazy(async () => ({ default: (await import('./account-title')).AccountTitle }));

/** The page: a title bar, and the control over the rest of the window. */
export function App({ configuration, control, identity }: AppProps) {
  return (
    <TextProvider locale={configuration.locale}>
      <TitleBar identity={identity} />
      <main className="page">
        <OneDriveView model={control} theme={configuration.theme} locale={configuration.locale} />
      </main>
    </TextProvider>
  );
}

function TitleBar({ identity }: Pick<AppProps, 'identity'>) {
  const text = useText();
  return (
    <header className="title-bar">
      <img src="./icon.svg" alt="" width="20" height="20" />
      <h1>{text('app.title')}</h1>
      <Suspense fallback={null}>
        <AccountTitle identity={identity} />
      </Suspense>
    </header>
  );
}
