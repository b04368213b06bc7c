import type { ReactNode } from 'react';

type Props<T> = {
  readonly id: string;
  readonly label: string;
  readonly items: readonly T[];
  readonly active: number;
  readonly keyOf: (item: T) => string;
  readonly show: (item: T) => ReactNode;
  readonly blocked: ((item: T) => string | null) | undefined;
  readonly onPick: (item: T) => void;
};

/** The list under a search field. It never takes the focus: the field names the active option. */
export function SearchResults<T>(props: Props<T>) {
  return (
    <div className="search-results" id={props.id} role="listbox" aria-label={props.label}>
      {props.items.map((item, index) => {
        const why = props.blocked?.(item) ?? null;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's
          <div
            key={props.keyOf(item)}
            id={`${props.id}-${index}`}
            className="search-result"
            role="option"
            tabIndex={-1}
            aria-selected={index === props.active}
            aria-disabled={why !== null}
            // Before the click the field would lose the focus and close the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onPick(item)}
          >
            {props.show(item)}
            {why && <span className="subtle small"> {why}</span>}
          </div>
        );
      })}
    </div>
  );
}
