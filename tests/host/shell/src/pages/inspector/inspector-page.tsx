import EmptyState from '@atlaskit/empty-state';
import { useState } from 'react';
import type { InvocationRecord } from '../../../../forge/invocation';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import { http } from '../../lib/http';
import { useLoad } from '../../lib/use-load';
import { InspectorSums } from './inspector-sums';
import { InvocationRows } from './invocation-rows';
import { Mails } from './mails';

const COLUMNS: [string, 'text' | 'number'][] = [
  ['Time', 'text'],
  ['Function', 'text'],
  ['Trigger', 'text'],
  ['As', 'text'],
  ['Time taken', 'number'],
  ['Jira calls', 'number'],
  ['Points', 'number'],
  ['SQL', 'number'],
  ['Result', 'text'],
];
const SHOWN = 200;

function readAll(): Promise<{ items: InvocationRecord[] }> {
  return http.get<{ items: InvocationRecord[] }>('/host/invocations?since=0');
}

function fits(item: InvocationRecord, words: string): boolean {
  const text = [item.functionKey, item.moduleKey, item.trigger].join(' ').toLowerCase();
  return text.includes(words.trim().toLowerCase());
}

/** Every invocation of the app's functions, newest first, with what each cost. */
export function InspectorPage() {
  const [words, setWords] = useState('');
  const loaded = useLoad('invocations', readAll, (news) => news.type === 'invocation');
  return (
    <>
      <PageHead title="Inspector" />
      <Mails />
      <LoadState of={loaded} what="the invocations">
        {({ items }) => {
          const found = items.filter((item) => fits(item, words)).reverse();
          return (
            <>
              <InspectorSums items={found} />
              <input
                type="search"
                className="field inspector-filter"
                aria-label="Filter invocations"
                placeholder="Filter by function, module or trigger"
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
              {found.length === 0 ? (
                <EmptyState
                  header="Nothing has run yet"
                  description="Open an issue with a panel of the app, or move a card."
                />
              ) : (
                <table className="table inspector-table" aria-label="Invocations">
                  <thead>
                    <tr>
                      {COLUMNS.map(([name, kind]) => (
                        <th key={name} scope="col" className={`cell-${kind}`}>
                          {name}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  {found.slice(0, SHOWN).map((item) => (
                    <InvocationRows key={item.id} item={item} />
                  ))}
                </table>
              )}
            </>
          );
        }}
      </LoadState>
    </>
  );
}
