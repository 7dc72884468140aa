import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { writeReport, type SelfTestReport, type SelfTestTexts } from '../../self-test';

const useStyles = makeStyles({
  told: { alignSelf: 'center', color: tokens.colorNeutralForeground2 },
  report: { width: '100%' },
});

type Copied = { readonly kind: 'copied' } | { readonly kind: 'refused'; readonly report: string };

/** The report for whoever can help. Where the browser lets nothing into the clipboard, it is shown to be selected. */
export function CopyReport({
  report,
  texts,
}: {
  readonly report: SelfTestReport;
  readonly texts: SelfTestTexts;
}) {
  const styles = useStyles();
  const [copied, setCopied] = useState<Copied>();
  const copy = async (written: string) => {
    try {
      await navigator.clipboard.writeText(written);
      setCopied({ kind: 'copied' });
    } catch {
      setCopied({ kind: 'refused', report: written });
    }
  };
  return (
    <>
      <Button onClick={() => copy(writeReport(report, texts))}>{texts['panel.copyText']}</Button>
      <Button onClick={() => copy(JSON.stringify(report, null, 2))}>{texts['panel.copyJson']}</Button>
      <span role="status" className={styles.told}>
        {copied && texts[copied.kind === 'copied' ? 'panel.copied' : 'panel.notCopied']}
      </span>
      {copied?.kind === 'refused' && (
        <Textarea
          className={styles.report}
          readOnly
          resize="vertical"
          rows={10}
          value={copied.report}
          aria-label={texts['panel.report']}
        />
      )}
    </>
  );
}
