import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { fillIn } from '../../locales';
import { useSetup } from './use-setup';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  code: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    maxHeight: '40vh',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    // Code reads from left to right in every language.
    direction: 'ltr',
    textAlign: 'left',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  copied: { alignSelf: 'center', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface CodeBoxProps {
  /** What it is, for its buttons and for those who hear it. */
  readonly label: string;
  readonly code: string;
  /** Its name as a file, where it can be one. */
  readonly file?: string | undefined;
}

/** Something to take along: to read, to copy, to download. */
export function CodeBox({ label, code, file }: CodeBoxProps) {
  const styles = useStyles();
  const { texts } = useSetup();
  return (
    <div className={styles.box}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so that the keyboard has to reach it */}
      <pre className={styles.code} tabIndex={0} role="region" aria-label={label}>
        {code}
      </pre>
      <div className={styles.bar}>
        <CopyButton label={label} text={code} />
        {file !== undefined && (
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowDownloadRegular />}
            onClick={() => download(code, file)}
          >
            {fillIn(texts.download, { name: file })}
          </Button>
        )}
      </div>
    </div>
  );
}

function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const styles = useStyles();
  const { texts } = useSetup();
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        icon={<CopyRegular />}
        aria-label={fillIn(texts.copyOf, { name: label })}
        // Without the right to the clipboard the text stays selectable.
        onClick={() => void copy().catch(() => setCopied(undefined))}
      >
        {texts.copy}
      </Button>
      {/* Beside the button, whose content is not told apart from its name. */}
      <span role="status" className={styles.copied}>
        {copied === text && texts.copied}
      </span>
    </>
  );
}

function download(code: string, file: string): void {
  const address = URL.createObjectURL(new Blob([`${code}\n`], { type: 'text/plain' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = file;
  anchor.click();
  URL.revokeObjectURL(address);
}
