import { Field, Input, useId } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { parseAddresses, type ItemSharing, type Party } from '../../drive';
import { useStore } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { InviteeList } from './invitee-list';
import { keyOf, type InviteForm } from './use-invite-form';

interface AddressFieldProps {
  readonly form: InviteForm;
  readonly sharing: ItemSharing;
}

/** Addresses, typed, pasted or taken from suggestions; each becomes an entry below the field. */
export function AddressField({ form, sharing }: AddressFieldProps) {
  const text = useText();
  const { draft, change, add, remove, notice, submission } = form;
  const { people, typed } = draft;
  const [field, setField] = useElement<HTMLInputElement>();
  const list = useRef<HTMLUListElement>(null);
  const listId = useId('people');
  const chosen = new Set(people.map(keyOf));
  const suggestions = useSuggestions(sharing)
    .filter(({ email }) => email !== undefined && !chosen.has(email.toLowerCase()))
    .map(({ name, email = '' }) => (name && name !== email ? `${name} <${email}>` : email));
  const isRunning = submission.status === 'running';

  const type = (value: string) => {
    const isEntry = suggestions.includes(value) || (/[;,]$/.test(value) && areAddresses(value));
    if (isEntry) add(value);
    else change({ typed: value });
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text');
    // Part of an address goes into the field as ever.
    if (!/[;,\n\r<@]/.test(pasted.trim())) return;
    event.preventDefault();
    add(`${typed}${pasted}`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && typed.trim() !== '') {
      // Without anything typed it sends.
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '') {
      [...(list.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
    }
  };
  return (
    <>
      <Field
        label={text('share.people')}
        hint={text(sharing.people === 'known' ? 'share.people.noSuggestions' : 'share.people.hint')}
        {...((notice?.kind === 'none' || notice?.kind === 'invalid') && {
          validationState: 'error' as const,
          validationMessage:
            notice.kind === 'none'
              ? text('share.people.none')
              : text('share.people.invalid', { count: notice.count }),
        })}
      >
        <Input
          input={{ ref: setField, list: listId }}
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          disabled={isRunning}
          onChange={(_, { value }) => type(value)}
          onPaste={paste}
          onKeyDown={onKeyDown}
          onBlur={() => typed.trim() !== '' && areAddresses(typed) && add(typed)}
        />
      </Field>
      <datalist id={listId}>
        {suggestions.map((value) => (
          <option key={value} value={value} aria-label={value} />
        ))}
      </datalist>
      <InviteeList people={people} isFixed={isRunning} onRemove={remove} field={field} list={list} />
    </>
  );
}

function areAddresses(text: string): boolean {
  const tokens = parseAddresses(text);
  return tokens.length > 0 && tokens.every(({ kind }) => kind === 'address');
}

/** Whom the page knows of; it asks once more when it is known who has access. */
function useSuggestions(sharing: ItemSharing): readonly Party[] {
  const [people, setPeople] = useState<readonly Party[]>([]);
  const { status } = useStore(sharing.state).listing;
  useEffect(() => {
    if (status === 'loading') return undefined;
    const gone = new AbortController();
    const ask = async () => {
      const found = await sharing.suggest(gone.signal);
      if (!gone.signal.aborted) setPeople(found);
    };
    // Without them addresses are typed.
    ask().catch(() => undefined);
    return () => gone.abort();
  }, [sharing, status]);
  return people;
}
