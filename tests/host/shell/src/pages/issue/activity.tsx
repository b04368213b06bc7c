import { useState } from 'react';
import { Comments } from './comments';
import { HistoryList } from './history-list';

const TABS = ['Comments', 'History'] as const;

export function Activity({ issueKey }: { issueKey: string }) {
  const [tab, setTab] = useState<(typeof TABS)[number]>('Comments');
  return (
    <section aria-labelledby="activity" className="activity">
      <h2 id="activity">Activity</h2>
      <div role="tablist" aria-labelledby="activity" className="chips">
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-controls="activity-content"
            aria-selected={name === tab}
            onClick={() => setTab(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="activity-content" aria-labelledby={`tab-${tab}`}>
        {tab === 'Comments' ? (
          <Comments issueKey={issueKey} />
        ) : (
          <HistoryList issueKey={issueKey} />
        )}
      </div>
    </section>
  );
}
