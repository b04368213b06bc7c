import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import './tabs.css';

export type Tab = {
  readonly key: string;
  readonly title: string;
  readonly show: () => ReactNode;
};

/**
 * Parts of a page of which one is seen (ARIA tabs). One that was opened stays as it was left, so
 * that nothing that was typed is lost on the way to another.
 */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [active, setActive] = useState(tabs[0]?.key ?? '');
  const [opened, setOpened] = useState<readonly string[]>([active]);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const id = useId();

  const open = (key: string) => {
    setActive(key);
    setOpened((before) => (before.includes(key) ? before : [...before, key]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = tabs[nextIndex(event.key, indexOf(tabs, active), tabs.length)];
    if (next === undefined) return;
    event.preventDefault();
    open(next.key);
    buttons.current.get(next.key)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label}>
        {tabs.map(({ key, title }) => (
          <button
            key={key}
            ref={(button) => {
              if (button) buttons.current.set(key, button);
            }}
            type="button"
            role="tab"
            className="tab"
            id={`${id}-${key}`}
            aria-selected={key === active}
            aria-controls={`${id}-${key}-panel`}
            tabIndex={key === active ? 0 : -1}
            onClick={() => open(key)}
            onKeyDown={onKeyDown}
          >
            {title}
          </button>
        ))}
      </div>
      {tabs.map(({ key, show }) => (
        <div
          key={key}
          role="tabpanel"
          className="stack"
          id={`${id}-${key}-panel`}
          aria-labelledby={`${id}-${key}`}
          hidden={key !== active}
        >
          {opened.includes(key) && show()}
        </div>
      ))}
    </>
  );
}

function indexOf(tabs: readonly Tab[], key: string): number {
  return tabs.findIndex((tab) => tab.key === key);
}

/** Where a key leads; -1 for any other key. */
function nextIndex(key: string, at: number, count: number): number {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
