import EmptyState from '@atlaskit/empty-state';
import { useState } from 'react';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import type { Invocation } from '../../lib/host-types';
import { http } from '../../lib/http';
import { useLoad } from '../../lib/use-load';
import { InspectorSums } from './inspector-sums';
import { InvocationRows } from './invocation-rows';

const COLUMNS = [
  'Time',
  'Function',
  'Trigger',
  'As',
  'Time taken',
  'Jira calls',
  'Points',
  'SQL',
  'Result',
];
const SHOWN = 200;

function readAll(): Promise<{ items: Invocation[] }> {
  return http.get<{ items: Invocation[] }>('/host/invocations?since=0');
}

function fits(item: Invocation, words: string): boolean {
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
                      {COLUMNS.map((name) => (
                        <th key={name} scope="col">
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
