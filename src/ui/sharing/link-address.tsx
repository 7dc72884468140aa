import { Input, makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { revealSecretUrl, type SecretUrl } from '../../lib';
import { useText } from '../text';
import { useElement } from '../use-element';

const useStyles = makeStyles({
  // An address is read from its beginning, whatever the page's direction is.
  field: { width: '100%', minWidth: '0' },
});

interface LinkAddressProps {
  readonly address: SecretUrl;
  /** It comes selected, with the focus: the browser would not copy it. */
  readonly isSelected: boolean;
}

/** The address of a link in a field, to be copied by hand. It stands nowhere else in the page. */
export function LinkAddress({ address, isSelected }: LinkAddressProps) {
  const text = useText();
  const styles = useStyles();
  const [input, setInput] = useElement<HTMLInputElement>();
  useEffect(() => {
    if (!isSelected) return;
    input.current?.focus();
    input.current?.select();
  }, [isSelected, input]);
  return (
    <Input
      className={styles.field}
      readOnly
      aria-label={text('share.address')}
      // In every direction of writing; a style would be turned round with the rest.
      dir="ltr"
      input={{ ref: setInput }}
      value={revealSecretUrl(address)}
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  );
}
