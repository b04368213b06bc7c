import { LoadState } from '../../kit/load-state';
import { Face } from '../../kit/person';
import { Time } from '../../kit/time';
import type { ChangeItem, History } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';
import { readHistory } from './read-issue';

/** Own property only: every object inherits a `toString`, which is no value of the item. */
function wordsOf(item: ChangeItem, name: 'fromString' | 'toString', id: 'from' | 'to'): string {
  const text = Object.hasOwn(item, name) ? item[name] : undefined;
  return (typeof text === 'string' && text !== '' ? text : item[id]) || 'None';
}

function Change({ item }: { item: ChangeItem }) {
  return (
    <p className="history-change">
      <span className="history-from">{wordsOf(item, 'fromString', 'from')}</span>
      <span aria-hidden="true">→</span>
      <span className="history-to">{wordsOf(item, 'toString', 'to')}</span>
    </p>
  );
}

function HistoryView({ history }: { history: History }) {
  return (
    <li className="comment">
      <Face user={history.author} size="medium" />
      <div className="comment-body">
        {history.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items of one history never change
          <div key={index}>
            <p className="comment-head">
              <strong>{history.author?.displayName ?? 'Somebody'}</strong> changed the{' '}
              <strong>{item.field}</strong>{' '}
              <span className="subtle">
                <Time at={history.created} />
              </span>
            </p>
            <Change item={item} />
          </div>
        ))}
      </div>
    </li>
  );
}

export function HistoryList({ issueKey }: { issueKey: string }) {
  const histories = useLoad(
    `history ${issueKey}`,
    () => readHistory(issueKey),
    (news) => news.type === 'issue',
  );
  return (
    <LoadState of={histories} what="the history">
      {(all) => (
        <ul className="comment-list" aria-label="History">
          {all.map((history) => (
            <HistoryView key={history.id} history={history} />
          ))}
        </ul>
      )}
    </LoadState>
  );
}
