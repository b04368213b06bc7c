import { Face } from '../../kit/person';
import { http } from '../../lib/http';
import type { JiraUser } from '../../lib/jira-types';
import { useSession } from '../../lib/session';
import { useLoad } from '../../lib/use-load';

type AssigneeFieldProps = {
  issueKey: string;
  assignee: JiraUser | null;
  onChange: (fields: Record<string, unknown>) => void;
};

function withCurrent(users: JiraUser[], assignee: JiraUser | null): JiraUser[] {
  if (!assignee || users.some((user) => user.accountId === assignee.accountId)) return users;
  return [assignee, ...users];
}

export function AssigneeField({ issueKey, assignee, onChange }: AssigneeFieldProps) {
  const { session } = useSession();
  const path = `/rest/api/3/user/assignable/search?issueKey=${issueKey}&maxResults=100`;
  const assignable = useLoad(`assignable ${issueKey}`, () => http.get<JiraUser[]>(path));
  const users = withCurrent(assignable.data ?? [], assignee);
  const choose = (accountId: string) =>
    onChange({ assignee: accountId === '' ? null : { accountId } });
  const { me } = session;
  const mayTake =
    assignee?.accountId !== me.accountId && users.some((user) => user.accountId === me.accountId);
  return (
    <>
      <Face user={assignee} />
      <span className="assignee">
        <select
          aria-label="Assignee"
          className="field quiet-field"
          value={assignee?.accountId ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">Unassigned</option>
          {users.map((user) => (
            <option key={user.accountId} value={user.accountId}>
              {user.displayName ?? user.accountId}
            </option>
          ))}
        </select>
        {mayTake && (
          <button type="button" className="link-button" onClick={() => choose(me.accountId)}>
            Assign to me
          </button>
        )}
      </span>
    </>
  );
}
