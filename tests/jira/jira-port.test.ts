import { jiraPort } from '../../src/jira/jira-port';

const timer = { stop: () => undefined };
const metrics = {
  counter: () => ({ incr: () => undefined }),
  timing: () => ({ measure: () => timer }),
};

/** The one seam of Forge's SDK: every platform call of @forge/api goes through this global. */
const forge = globalThis as { __forge_fetch__?: unknown; __forge_runtime__?: unknown };

let reads = 0;
let listed: readonly string[] = [];

beforeEach(() => {
  reads = 0;
  forge.__forge_runtime__ = { appContext: {}, lambdaContext: {}, metrics };
  forge.__forge_fetch__ = async () => {
    reads += 1;
    const statusCategory = { key: 'indeterminate' };
    return Response.json(listed.map((id) => ({ id, name: `Status ${id}`, statusCategory })));
  };
});

const inProgress = (id: string) => ({ id, name: `Status ${id}`, category: 'inProgress' });

describe('jiraPort.findStatus', () => {
  it('reads the statuses of a site once, whatever their number', async () => {
    listed = ['1', '2'];
    const jira = jiraPort('app', 'site-a');
    expect(await jira.findStatus('1')).toEqual(inProgress('1'));
    expect(await jira.findStatus('2')).toEqual(inProgress('2'));
    expect(reads).toBe(1);
  });

  it('asks again for a status that an administrator has added since', async () => {
    listed = ['1'];
    const jira = jiraPort('app', 'site-b');
    await jira.findStatus('1');
    listed = ['1', '3'];
    expect(await jira.findStatus('3')).toEqual(inProgress('3'));
    expect(await jira.findStatus('4')).toBeNull();
  });

  it('keeps what a person is shown apart from what the app is shown', async () => {
    listed = ['1'];
    await jiraPort('user', 'site-c').findStatus('1');
    listed = ['1', '2'];
    await jiraPort('app', 'site-c').findStatus('1');
    expect(reads).toBe(2);
  });
});
