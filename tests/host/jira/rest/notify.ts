import { issueOfCall } from '../call-values';
import { type Call, type Endpoint, NotModelled, refuseField } from '../endpoint';
import { maySeeIssue } from '../permissions';

/** Jira sends mails about an issue to people who may see it; here they are kept in `state.mails`. */
export const notifyEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/notify',
    body: ['subject', 'textBody', 'to'],
    answer: (call) => {
      const { site, body } = call;
      const issue = issueOfCall(call);
      const accountIds = recipients(call).filter((accountId) => {
        const isActive = site.state.users.get(accountId)?.active === true;
        return isActive && maySeeIssue(site.state, { kind: 'user', accountId }, issue);
      });
      if (accountIds.length === 0) {
        throw refuseField('to', 'No recipients were defined for notification.');
      }
      const { subject = `(${issue.key}) ${issue.summary}`, textBody = '' } = body;
      site.state.mails.push({
        ...{ at: site.clock.now(), issueKey: issue.key, accountIds },
        ...{ subject: String(subject), text: String(textBody) },
      });
      return { status: 204 };
    },
  },
];

function recipients({ body }: Call): string[] {
  const to = body.to;
  if (typeof to !== 'object' || to === null) return [];
  const unknown = Object.keys(to).find((key) => key !== 'users');
  if (unknown !== undefined) throw new NotModelled(`the body key "to.${unknown}"`);
  const { users } = to as { users?: unknown };
  if (!Array.isArray(users)) return [];
  return users.flatMap((user: { accountId?: unknown }) =>
    typeof user?.accountId === 'string' ? [user.accountId] : [],
  );
}
