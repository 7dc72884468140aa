import type { Operation, OperationSummary } from '../../drive';
import type { Text } from '../text';

/** What is being done. */
export function describeRunning(operation: Operation, text: Text): string {
  return text(`${prefixOf(operation)}.running`, valuesOf(operation, operation.entries.length, text));
}

/** What has become of it: what was done first, then what was not. */
export function describeEnd(operation: Operation, summary: OperationSummary, text: Text): string {
  const { done, failed, conflicts, left } = summary;
  const { kind, isUndo } = operation;
  const failing = isUndo ? ('operation.undo.failed' as const) : (`operation.${kind}.failed` as const);
  const sentences = [
    ...(done > 0 ? [text(`${prefixOf(operation)}.done`, valuesOf(operation, done, text))] : []),
    ...(failed > 0 ? [text(failing, { count: failed })] : []),
    ...(conflicts > 0 ? [text('operation.asks', { count: conflicts })] : []),
    ...(left > 0 ? [text('operation.left', { count: left })] : []),
  ];
  return sentences.join(' · ');
}

function prefixOf({ kind, isUndo }: Operation) {
  // Nothing brings these back.
  const isForGood =
    kind === 'delete-for-ever' || kind === 'check-out' || kind === 'check-in' || kind === 'discard-check-out';
  return !isUndo || isForGood ? (`operation.${kind}` as const) : (`operation.undo.${kind}` as const);
}

/** With the name of the only one, where there is only one. */
function valuesOf({ entries, target }: Operation, count: number, text: Text) {
  const step = (entries.find(({ result }) => result.status === 'done') ?? entries[0])?.step;
  return {
    count,
    name: step?.item.name ?? '',
    newName: step?.kind === 'rename' ? step.name : '',
    folder: target?.name || text('path.root'),
  };
}
