import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import { useText } from '../text';

/** The three ways to share. */
const PARTS = ['link', 'invite', 'access'] as const;
export type Part = (typeof PARTS)[number];

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  tab: { minWidth: 'auto', borderRadius: tokens.borderRadiusMedium, borderBottom: '2px solid transparent' },
  selected: {
    ...typographyStyles.body1Strong,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderBottom: '2px solid Highlight' },
  },
});

interface PartTabsProps {
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}

/** Tabs: one stop for Tab, arrows go from one to the next. Fluent's own hold elements that axe does not let pass. */
export function PartTabs({ part, onPart }: PartTabsProps) {
  const text = useText();
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = stepOf(event.key, getComputedStyle(event.currentTarget).direction);
    if (step === undefined) return;
    event.preventDefault();
    const next = PARTS.at((PARTS.indexOf(part) + step) % PARTS.length) ?? part;
    onPart(next);
    list.current?.querySelector<HTMLElement>(`[data-part=${next}]`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label={text('share.parts')}
      className={styles.tabs}
      onKeyDown={onKeyDown}
    >
      {PARTS.map((each) => (
        <Button
          key={each}
          role="tab"
          data-part={each}
          appearance="subtle"
          className={mergeClasses(styles.tab, each === part && styles.selected)}
          aria-selected={each === part}
          tabIndex={each === part ? 0 : -1}
          onClick={() => onPart(each)}
        >
          {text(`share.${each}`)}
        </Button>
      ))}
    </div>
  );
}

function stepOf(key: string, direction: string): number | undefined {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  return (key === 'ArrowRight') === (direction !== 'rtl') ? 1 : -1;
}
