import { makeStyles, mergeClasses, tokens, ToolbarButton, Tooltip } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { OfferedAction } from '../actions';

interface BarButtonProps {
  readonly action: OfferedAction;
  /** Hides the label where the bar is narrow. */
  readonly labelClassName: string;
}

const useStyles = makeStyles({
  button: {
    minWidth: 'auto',
    whiteSpace: 'nowrap',
    flexShrink: 0,
    columnGap: '6px',
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
  },
  on: { backgroundColor: tokens.colorNeutralBackground1Selected },
  // The gap makes the distance: where the label is hidden there is none.
  icon: { marginRight: '0', marginLeft: '0' },
});

/** An action as a button; where only its icon is in view, a tooltip says its name, and why it can't be done. */
export function BarButton({ action, labelClassName }: BarButtonProps) {
  const { label, icon, refusal, isOn, run } = action;
  const styles = useStyles();
  const [named, setNamed] = useState(false);
  const labelRef = useRef<HTMLSpanElement>(null);
  return (
    <Tooltip
      content={refusal ?? label}
      relationship={refusal ? 'description' : 'label'}
      visible={named}
      onVisibleChange={(_, data) =>
        setNamed(data.visible && (refusal !== undefined || isHidden(labelRef.current)))
      }
    >
      <ToolbarButton
        className={mergeClasses(styles.button, isOn && styles.on)}
        icon={{ className: styles.icon, children: icon }}
        aria-label={label}
        aria-pressed={isOn}
        disabledFocusable={refusal !== undefined}
        onClick={(event) => {
          // The second click of a double click means no second time.
          if (event.detail < 2) run();
        }}
      >
        <span ref={labelRef} className={mergeClasses(labelClassName)}>
          {label}
        </span>
      </ToolbarButton>
    </Tooltip>
  );
}

function isHidden(label: Element | null): boolean {
  return label !== null && !label.checkVisibility();
}
