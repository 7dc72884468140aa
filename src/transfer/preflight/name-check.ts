import { findNameProblem, nameKey, repairName, type NamePlace, type NameProblem } from '../../graph';
import { numberedName } from '../../lib';

/** What a folder of the upload, or a file in it, is to be called. */
export interface CheckedName {
  readonly name: string;
  /** What is wrong with it, unless somebody has chosen it. */
  readonly problem: NameProblem | undefined;
  /** What it should be looked for as: itself, or what it would be repaired to. */
  readonly wanted: string;
}

/** Whether there is a drive that would refuse it. */
export function mayBeRefused(name: string): boolean {
  return findNameProblem(name, { driveType: 'business', isFolder: true, isAtRoot: true }) !== undefined;
}

export function checkName(name: string, isChosen: boolean, place: NamePlace): CheckedName {
  const problem = isChosen ? undefined : findNameProblem(name, place);
  return { name, problem, wanted: problem ? repairName(name, place) : name };
}

/** Names of a folder: those that it holds, those that come to it, and those that were proposed. */
export interface UsedNames {
  /** The name, or the first number of it that is free: it is not proposed to anybody else. */
  readonly propose: (name: string, isFolder: boolean) => string;
}

export function createUsedNames(keys: Iterable<string>): UsedNames {
  const used = new Set(keys);
  return {
    propose: (name, isFolder) => {
      let number = 0;
      // A folder has no extension: "v1.2" becomes "v1.2 1".
      const next = () => (isFolder && number > 0 ? `${name} ${number}` : numberedName(name, number));
      while (used.has(nameKey(next()))) number += 1;
      used.add(nameKey(next()));
      return next();
    },
  };
}
