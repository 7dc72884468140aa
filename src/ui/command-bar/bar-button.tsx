import { makeStyles, mergeClasses, tokens, ToolbarButton, Tooltip } from '@fluentui/react-components';
import { useRef, useState, type JSX } from 'react';

interface BarButtonProps {
  readonly label: string;
  readonly icon: JSX.Element;
  readonly enabled: boolean;
  /** Hides the label where the bar is narrow. */
  readonly labelClassName: string;
  readonly onClick: () => void;
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
  // The gap makes the distance: where the label is hidden there is none.
  icon: { marginRight: '0', marginLeft: '0' },
});

/** A command as a button; where only its icon is in view, a tooltip says its name. */
export function BarButton({ label, icon, enabled, labelClassName, onClick }: BarButtonProps) {
  const styles = useStyles();
  const [named, setNamed] = useState(false);
  const labelRef = useRef<HTMLSpanElement>(null);
  return (
    <Tooltip
      content={label}
      relationship="label"
      visible={named}
      onVisibleChange={(_, data) =>
        setNamed(data.visible && labelRef.current !== null && !labelRef.current.checkVisibility())
      }
    >
      <ToolbarButton
        className={styles.button}
        icon={{ className: styles.icon, children: icon }}
        disabledFocusable={!enabled}
        onClick={(event) => {
          // The second click of a double click means no second time.
          if (event.detail < 2) onClick();
        }}
      >
        <span ref={labelRef} className={mergeClasses(labelClassName)}>
          {label}
        </span>
      </ToolbarButton>
    </Tooltip>
  );
}
