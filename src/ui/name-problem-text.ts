import type { NameProblem } from '../drive';
import type { Text } from './text';

/** One sentence for what is wrong with a name. */
export function describeNameProblem(problem: NameProblem, text: Text): string {
  if (problem.kind !== 'characters') return text(`dialog.name.${problem.kind}`);
  const visible = problem.characters.filter((character) => character >= ' ' && character !== '\u007f');
  if (visible.length === 0) return text('dialog.name.controlCharacters');
  const hasControls = visible.length < problem.characters.length;
  return text(hasControls ? 'dialog.name.charactersAndControls' : 'dialog.name.characters', {
    count: visible.length,
    characters: visible.join(' '),
  });
}
