import { mergeClasses } from '@fluentui/react-components';
import { Checkmark12Filled, Subtract12Filled } from '@fluentui/react-icons';
import { useFileRowStyles } from './file-row-styles';

/** The round check of OneDrive. It appears under the pointer, with the focus, and as long as anything is checked. */
export function CheckCircle({
  label,
  checked,
  shown = false,
  onClick,
}: {
  readonly label: string;
  readonly checked: boolean | 'mixed';
  readonly shown?: boolean;
  readonly onClick?: () => void;
}) {
  const styles = useFileRowStyles();
  const on = checked !== false;
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      onClick={onClick}
      data-part="check"
      className={mergeClasses(styles.check, shown && styles.checkShown, on && styles.checked)}
    >
      <span className={mergeClasses(styles.circle, on && styles.circleChecked)} aria-hidden>
        {checked === true && <Checkmark12Filled />}
        {checked === 'mixed' && <Subtract12Filled />}
      </span>
    </button>
  );
}
