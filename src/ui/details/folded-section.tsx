import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import { useStore } from '../control-context';
import { useText } from '../text';
import { useViewState, type DetailsSection } from '../view-state';

const useStyles = makeStyles({
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0 },
  button: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    width: '100%',
    minHeight: '44px',
    boxSizing: 'border-box',
    paddingBlock: 0,
    paddingInline: tokens.spacingHorizontalL,
    border: 'none',
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  sign: { display: 'flex', fontSize: '20px', color: tokens.colorNeutralForeground3 },
  unfolded: { transform: 'rotate(180deg)' },
  body: { paddingInline: tokens.spacingHorizontalL, paddingBlockEnd: tokens.spacingVerticalL },
});

interface FoldedSectionProps {
  readonly id: DetailsSection;
  readonly children: ReactNode;
}

/** A part that is folded away until somebody wants to see it: so long nothing is asked for it. */
export function FoldedSection({ id, children }: FoldedSectionProps) {
  const text = useText();
  const styles = useStyles();
  const { details } = useViewState();
  const { unfolded } = useStore(details);
  const isUnfolded = unfolded.has(id);
  const bodyId = useId();
  const turn = () =>
    details.update((now) => {
      const after = new Set(now.unfolded);
      if (!after.delete(id)) after.add(id);
      return { ...now, unfolded: after };
    });
  return (
    <section className={styles.section} aria-label={text(`details.${id}`)}>
      <h3 className={styles.heading}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isUnfolded}
          aria-controls={bodyId}
          onClick={turn}
        >
          {text(`details.${id}`)}
          <span className={mergeClasses(styles.sign, isUnfolded && styles.unfolded)}>
            <ChevronDownRegular aria-hidden />
          </span>
        </button>
      </h3>
      <div id={bodyId} className={isUnfolded ? styles.body : undefined} hidden={!isUnfolded}>
        {isUnfolded && children}
      </div>
    </section>
  );
}
