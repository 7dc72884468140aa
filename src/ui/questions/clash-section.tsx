import { useText } from '../text';
import { ClashChoice } from './clash-choice';
import { ClashRow } from './clash-row';
import { KEEP_BOTH, type Decisions } from './decisions';
import { QuestionList } from './question-list';
import type { Clash } from './upload-questions';

interface ClashSectionProps {
  readonly clashes: readonly Clash[];
  readonly about: 'upload' | 'move';
  readonly decisions: Decisions;
  readonly onChange: (patch: Partial<Decisions>) => void;
}

/** Names that are taken: first what becomes of all, then, where that is wanted, of each. */
export function ClashSection({ clashes, about, decisions: { forAll, kept }, onChange }: ClashSectionProps) {
  const text = useText();
  return (
    <>
      {clashes.length > 1 && (
        <ClashChoice
          clashes={clashes}
          about={about}
          value={forAll}
          onChange={(chosen) => onChange({ forAll: chosen })}
        />
      )}
      {forAll === 'decide' && (
        <QuestionList label={text('questions.list')} questions={clashes}>
          {(clash) => (
            <ClashRow
              clash={clash}
              kept={kept.get(clash.id) ?? KEEP_BOTH}
              // It holds when others join, too.
              onKeep={(next) => onChange({ forAll: 'decide', kept: new Map(kept).set(clash.id, next) })}
            />
          )}
        </QuestionList>
      )}
    </>
  );
}
