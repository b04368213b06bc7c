import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Answer } from '../../../src/contract/answer';
import { Field, type FieldProps } from './field';
import { SearchResults } from './search-results';
import { type Search, useSearch } from './use-search';
import { useTexts, type Viewer } from './viewer';
import './search-field.css';

export type SearchFieldProps<T> = FieldProps & {
  readonly search: (text: string) => Promise<Answer<readonly T[]>>;
  readonly keyOf: (item: T) => string;
  readonly show: (item: T) => ReactNode;
  readonly onPick: (item: T) => void;
  /** Why an item cannot be picked; null when it can. */
  readonly blocked?: (item: T) => string | null;
};

/** Finds one thing by typing: arrow keys move, Enter picks, Escape closes (ARIA combobox). */
export function SearchField<T>(props: SearchFieldProps<T>) {
  const { shared } = useTexts();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const found = useSearch(text, props.search, shared.actionFailed);
  const items = found.kind === 'found' ? found.items : [];
  const isListed = isOpen && items.length > 0;

  const type = (next: string) => {
    setText(next);
    setActive(0);
    setOpen(true);
  };
  const pick = (item: T | undefined) => {
    if (item === undefined || props.blocked?.(item)) return;
    props.onPick(item);
    setText('');
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && items.length > 0) {
      setOpen(true);
      setActive((active + move + items.length) % items.length);
    } else if (event.key === 'Enter' && isOpen && text !== '') {
      pick(items[active]);
    } else if (event.key === 'Escape' && isOpen) {
      setOpen(false);
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(wiring) => (
        <div className="search">
          <input
            {...wiring}
            className="control"
            role="combobox"
            type="text"
            autoComplete="off"
            placeholder={shared.searchHint}
            aria-autocomplete="list"
            aria-expanded={isListed}
            aria-controls={listId}
            aria-activedescendant={isListed ? `${listId}-${active}` : undefined}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          <SearchResults
            id={listId}
            label={props.label}
            items={isListed ? items : []}
            active={active}
            keyOf={props.keyOf}
            show={props.show}
            blocked={props.blocked}
            onPick={pick}
          />
          <p className="field-hint" role="status">
            {isOpen ? searchStatus(found, shared) : ''}
          </p>
        </div>
      )}
    </Field>
  );
}

function searchStatus<T>(found: Search<T>, shared: Viewer['texts']['shared']): string {
  switch (found.kind) {
    case 'idle':
      return '';
    case 'searching':
      return shared.searching;
    case 'problem':
      return found.text;
    case 'found':
      return found.items.length === 0 ? shared.searchEmpty : shared.results(found.items.length);
  }
}
