import { readFileSync } from 'node:fs';
import type { HolidayPreview } from '../../src/contract/holidays';
import type { SimulationList } from '../../src/contract/simulation';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { createClientProject, savePolicy } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(120_000);

const hosting = JSON.parse(readFileSync('src/cli/examples/hosting.policy.json', 'utf8'));

describe('the settings page', () => {
  let host: Host;
  let clientProjectId: string;
  beforeAll(async () => {
    host = await startHost({ company: 'demo', at: new Date('2026-11-24T10:00:00+03:00') });
    await savePolicy(host, people.admin.accountId, 'hosting');
    clientProjectId = await createClientProject(
      host,
      {
        ...{ key: 'ACME', name: 'Web platform', client: 'ACME' },
        incidentsJql: 'Client = "ACME" AND issuetype = Incident',
      },
      people.tam.accountId,
      people.manager.accountId,
    );
  });
  afterAll(() => host.stop());

  const ask = (as: string) => asker(host, 'tam-settings', { as });
  const admin = () => ask(people.admin.accountId);
  const start = (changes: object) => {
    const text = JSON.stringify({ ...hosting, ...changes });
    return admin()('startSimulation', { clientProjectId, months: 12, text });
  };

  it('queues two runs, ends both, and counts who is selected by one contract alone', async () => {
    await start({ name: 'Same rules' });
    await start({ name: 'Most urgent', select: 'priority = P2' });
    await host.settle();
    const { runs, open } = await admin()<SimulationList>('simulations', {});
    expect(runs.map(({ other, state }) => `${other} ${state}`)).toEqual([
      ...['Most urgent v1 done', 'Same rules v1 done'],
    ]);
    expect(runs[0]?.startedBy?.name).toBe('Alice Admin');
    expect(open?.onlyPresent).toBeGreaterThan(0);
    expect(open?.onlyOther).toBe(0);
    expect(open?.flips.every(({ selectedBy, other }) => selectedBy !== 'present' || !other)).toBe(
      true,
    );
    expect(host.jira.unknownCalls).toEqual([]);
  });

  it('opens an earlier run, and deletes it', async () => {
    const { runs } = await admin()<SimulationList>('simulations', {});
    const earlier = runs[1]?.id;
    const shown = await admin()<SimulationList>('simulations', { open: earlier });
    expect(shown.open).toMatchObject({ id: earlier, flipCount: 0, onlyPresent: 0 });
    const left = await admin()<SimulationList>('deleteSimulation', { simulationId: earlier });
    expect(left.runs.map(({ id }) => id)).toEqual([runs[0]?.id]);
  });

  it('reads the holidays of a country', async () => {
    const request = { source: 'country', place: 'DE-BY', from: 2026, to: 2026 };
    const { days } = await admin()<HolidayPreview>('previewHolidays', request);
    expect(days).toContainEqual({ date: '2026-01-06', name: 'Epiphany' });
  });
});
