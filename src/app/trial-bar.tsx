import { use } from 'react';
import type { Environment } from '../control';
import { loadSetupTexts } from '../locales';
import { PAGE } from './pages';
import { endTrial } from './trial-settings';

interface TrialBarProps {
  readonly assistant: string;
  readonly environment: Pick<Environment, 'tabStorage'>;
}

const loading = loadSetupTexts();

/** Tells that nobody but this tab has these settings, so that the file is not forgotten. */
export function TrialBar({ assistant, environment }: TrialBarProps) {
  const { trial } = use(loading);
  const end = () => {
    endTrial(environment);
    location.assign(PAGE);
  };
  return (
    <p className="trial-bar" role="note">
      <span>{trial.note}</span>
      <a href={assistant}>{trial.edit}</a>
      <button type="button" onClick={end}>
        {trial.end}
      </button>
    </p>
  );
}
