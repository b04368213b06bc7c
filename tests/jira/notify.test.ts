import type { Jira } from '../../src/jira/http';
import { notify } from '../../src/jira/notify';

describe('notify', () => {
  it('cuts a subject to 200 code points and leaves the text whole', async () => {
    const bodies: unknown[] = [];
    const jira: Jira = async ({ body }) => {
      bodies.push(body);
      return undefined as never;
    };
    const line = '😀'.repeat(300);
    await notify(jira, '1', { subject: line, text: line, accountIds: ['oleg'] });
    expect(bodies).toEqual([
      {
        ...{ subject: `${'😀'.repeat(199)}…`, textBody: line },
        to: { users: [{ accountId: 'oleg' }] },
      },
    ]);
  });
});
