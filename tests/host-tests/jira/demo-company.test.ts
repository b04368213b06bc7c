import { createHostClock } from '../../host/clock';
import { buildDemoCompany } from '../../host/company/demo-company';
import { people } from '../../host/company/people';
import { createJira, type Jira } from '../../host/jira/jira';
import { administerTam } from './small-site';

/** Wednesday 2026-11-18 12:00 in Moscow. */
const at = Date.parse('2026-11-18T09:00:00Z');

function company(): Jira {
  const clock = { ...createHostClock(), now: () => at };
  const jira = createJira({ clock, settings: { indexLagMs: 0 } });
  buildDemoCompany(jira, administerTam);
  return jira;
}

async function count(jira: Jira, jql: string): Promise<number> {
  const { body } = await jira.request({
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    body: { jql },
    actor: { kind: 'user', accountId: people.tam.accountId },
  });
  return (body as { count: number }).count;
}

describe('the demo company on 2026-11-18 12:00 Europe/Moscow', () => {
  const jira = company();

  it.each([
    ['issuetype = Incident', 120],
    ['issuetype != Incident', 60],
    ['issuetype = Epic AND Client = ACME', 6],
    ['issuetype = Incident AND status = "Waiting for client"', 1],
    ['issueLinkType = Blocks', 0],
    ['created < -100d', 0],
    ['created > now() OR updated > now()', 0],
    ['issuetype = Incident AND Client is EMPTY', 0],
  ])('has as many issues with %s as planned', async (jql, hits) => {
    expect(await count(jira, jql)).toBe(hits);
  });

  it('has incidents of every priority and client, some reopened, some open', async () => {
    for (const jql of [
      'priority = P1',
      'priority = P2',
      'priority = P3',
      'priority = P4',
      'Client = ACME',
      'Client = BETA',
      'Client = GAMMA',
      'status changed from Done to "To Do"',
      'status was "Waiting for client" and status = Done',
      'statusCategory != Done',
    ]) {
      expect(await count(jira, `issuetype = Incident AND ${jql}`)).toBeGreaterThan(0);
    }
  });

  it('tells the same story again from the same moment', () => {
    const story = ({ state }: Jira) =>
      JSON.stringify([...state.issues.values()].map((issue) => ({ ...issue, properties: {} })));
    expect(story(company())).toBe(story(jira));
  });

  it('writes histories in time order that end in the present status', () => {
    for (const issue of jira.state.issues.values()) {
      const times = issue.histories.map(({ created }) => created);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const moves = issue.histories
        .flatMap(({ items }) => items)
        .filter(({ field }) => field === 'status');
      if (moves.length > 0) expect(moves.at(-1)?.to).toBe(issue.statusId);
    }
  });
});
