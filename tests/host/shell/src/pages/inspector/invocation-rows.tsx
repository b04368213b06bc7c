import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { InvocationRecord } from '../../../../forge/invocation';
import { useSession } from '../../lib/session';
import { inMs, pointsOf, sqlMsOf } from './cost';
import { InvocationDetail } from './invocation-detail';

function useActorName(item: InvocationRecord): string {
  const { session } = useSession();
  if (item.actor === undefined) return 'app';
  const person = session.people.find((one) => one.accountId === item.actor);
  return person?.displayName ?? item.actor;
}

function clockTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(at));
}

/** One invocation; opened, it shows its Jira calls, SQL statements and log lines. */
export function InvocationRows({ item }: { item: InvocationRecord }) {
  const { session } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const actor = useActorName(item);
  const { error } = item;
  return (
    <tbody>
      <tr>
        <td>{clockTime(item.at, session.locale)}</td>
        <td className="cell-wide">
          <button
            type="button"
            className="expand-button"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? (
              <ChevronDown label="" size="small" />
            ) : (
              <ChevronRight label="" size="small" />
            )}
            {item.functionKey}
          </button>
        </td>
        <td>{item.trigger}</td>
        <td>{actor}</td>
        <td className="cell-number">{inMs(item.ms)}</td>
        <td className="cell-number">{item.jiraCalls.length}</td>
        <td className="cell-number">{pointsOf(item)}</td>
        <td className="cell-number">
          {item.sql.length > 0 ? `${item.sql.length} in ${inMs(sqlMsOf(item))}` : '0'}
        </td>
        <td>
          <Lozenge appearance={error ? 'removed' : 'success'}>{error ? 'Failed' : 'OK'}</Lozenge>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={9}>
            <InvocationDetail item={item} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
