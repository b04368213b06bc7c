import type { Mail } from '../../../../jira/state/types';
import { Time } from '../../kit/time';
import { http } from '../../lib/http';
import { Link } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useLoad } from '../../lib/use-load';

const SHOWN = 200;

function readMails(): Promise<{ items: Mail[] }> {
  return http.get<{ items: Mail[] }>('/host/mails');
}

/** What Jira would have sent by mail, newest first: nobody has a mailbox here. */
export function Mails() {
  const { data } = useLoad('mails', readMails, (news) => news.type === 'invocation');
  const items = (data?.items ?? []).map((mail, number) => ({ number, mail })).reverse();
  return (
    <details className="inspector-mails">
      <summary>Mails ({items.length})</summary>
      <table className="table" aria-label="Mails">
        <thead>
          <tr>
            {['When', 'To', 'Issue', 'Mail'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.slice(0, SHOWN).map(({ number, mail }) => (
            <MailRow key={number} mail={mail} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function MailRow({ mail }: { mail: Mail }) {
  const { session } = useSession();
  const names = mail.accountIds.map(
    (id) => session.people.find(({ accountId }) => accountId === id)?.displayName ?? id,
  );
  return (
    <tr>
      <td>
        <Time at={mail.at} />
      </td>
      <td>{names.join(', ')}</td>
      <td>
        <Link href={`/browse/${mail.issueKey}`}>{mail.issueKey}</Link>
      </td>
      <td className="inspector-mail">
        {mail.subject}
        {mail.text !== mail.subject && <p>{mail.text}</p>}
      </td>
    </tr>
  );
}
