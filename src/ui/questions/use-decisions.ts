import { useState } from 'react';
import { findNameProblem } from '../../drive';
import { answersOf, newNameOf, type Decisions } from './decisions';
import type { BadName, Clash } from './upload-questions';

const UNDECIDED: Decisions = { forAll: 'rename', kept: new Map(), names: new Map() };

interface Deciding {
  readonly decisions: Decisions;
  readonly change: (patch: Partial<Decisions>) => void;
  /** The name fields that there are, by the ids of their questions. */
  readonly fields: Map<string, HTMLInputElement>;
  /** After a try to go on. */
  readonly isChecked: boolean;
  /** Names are left that OneDrive will probably refuse, and it has been said. */
  readonly mayInsist: boolean;
  /** Undefined where something has to be put right, or be insisted on: that has the focus then. */
  readonly decide: () => ReturnType<typeof answersOf> | undefined;
}

/** What somebody has decided so far; what is asked later keeps it. */
export function useDecisions(clashes: readonly Clash[], badNames: readonly BadName[]): Deciding {
  const [decided, setDecided] = useState(UNDECIDED);
  const [isChecked, setChecked] = useState(false);
  const [fields] = useState(() => new Map<string, HTMLInputElement>());
  // Of a single one there is nothing to say for all.
  const decisions = clashes.length === 1 ? { ...decided, forAll: 'decide' as const } : decided;
  const wrong = badNames.flatMap((badName) => {
    const { name, isSkipped } = newNameOf(badName, decisions.names);
    const problem = isSkipped ? undefined : findNameProblem(name);
    return problem ? [{ id: badName.id, kind: problem.kind }] : [];
  });
  const isEmpty = wrong.some(({ kind }) => kind === 'empty');
  const [first] = wrong;
  return {
    decisions,
    fields,
    isChecked,
    mayInsist: isChecked && first !== undefined && !isEmpty,
    change: (patch) => {
      setChecked(false);
      setDecided((now) => ({ ...now, ...patch }));
    },
    decide: () => {
      // What is wrong is said once; who insists is taken at their word: the service is the judge.
      if (!first || (isChecked && !isEmpty)) return answersOf(clashes, badNames, decisions);
      setChecked(true);
      fields.get(first.id)?.focus();
      return undefined;
    },
  };
}
