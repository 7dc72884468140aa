import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Details, FieldValue } from '../../drive';
import { fieldText } from '../file-list/field-text';
import { useText, type Text } from '../text';
import { FactsList } from './facts-list';
import { SectionFailure } from './section-failure';
import { useSection } from './use-details';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What the item says in the columns of its library; nothing where there are none. */
export function FieldSection({ details }: { readonly details: Details | undefined }) {
  const text = useText();
  const styles = useStyles();
  const section = useSection(details?.fields);
  const fields = section.status === 'known' || section.status === 'failed' ? (section.value ?? []) : [];
  if (fields.length === 0 && section.status !== 'failed') return null;
  const label = text('details.fields');
  return (
    <section className={styles.part} aria-label={label}>
      <h3 className={styles.heading}>{label}</h3>
      <FactsList facts={fields.map(({ title, value }) => ({ name: title, value: shown(value, text) }))} />
      {section.status === 'failed' && (
        <SectionFailure error={section.error} onRetry={() => details?.fields.retry()} />
      )}
    </section>
  );
}

function shown(value: FieldValue, text: Text) {
  if (value.kind !== 'link') return fieldText(value, text);
  return (
    <Link href={value.address} target="_blank" rel="noopener noreferrer">
      {value.title}
    </Link>
  );
}
