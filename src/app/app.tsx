import { lazy, Suspense } from 'react';
import type { MsalIdentity } from '../auth';
import type { Environment, OneDriveControl } from '../control';
import { OneDriveView, TextProvider, useText } from '../ui';
import type { Configuration } from './configuration';
import { SELF_TEST } from './pages';

export interface AppProps {
  readonly configuration: Configuration;
  readonly control: OneDriveControl;
  readonly identity: Promise<MsalIdentity>;
  /** Address of the set-up assistant, where it may be used. */
  readonly assistant: string | undefined;
  /** Settings of this tab alone. */
  readonly isTrial: boolean;
  readonly environment: Environment;
}

const TrialBar = lazy(async () => ({ default: (await import('./trial-bar')).TrialBar }));
const AccountTitle = lazy(async () => ({ default: (await import('./account-title')).AccountTitle }));

/** Beside the page itself: whatever is set up there is what is tried out. */
const OPTIONS = { selfTest: SELF_TEST };

/** The page: a title bar, and the control over the rest of the window. */
export function App({ configuration, control, identity, assistant, isTrial, environment }: AppProps) {
  return (
    <TextProvider locale={configuration.locale}>
      <div>
        <TitleBar identity={identity} assistant={assistant} />
        {isTrial && assistant !== undefined && (
          <Suspense fallback={null}>
            <TrialBar assistant={assistant} environment={environment} />
          </Suspense>
        )}
      </div>
      <main className="page">
        <OneDriveView
          model={control}
          theme={configuration.theme}
          locale={configuration.locale}
          options={OPTIONS}
        />
      </main>
    </TextProvider>
  );
}

function TitleBar({ identity, assistant }: Pick<AppProps, 'identity' | 'assistant'>) {
  const text = useText();
  return (
    <header className="title-bar">
      <img src="./icon.svg" alt="" width="20" height="20" />
      <h1>{text('app.title')}</h1>
      <Suspense fallback={null}>
        <AccountTitle identity={identity} />
      </Suspense>
      {assistant !== undefined && <a href={assistant}>{text('app.setup')}</a>}
    </header>
  );
}
