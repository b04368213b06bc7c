import type { Host } from '../../host/host';
import type { ProductEvent } from '../../host/jira/jira';
import { bench, startFixture } from './start-fixture';

let host: Host;
beforeAll(async () => {
  host = await startFixture({ at: new Date('2026-03-02T09:00:00Z') });
});
afterAll(() => host.stop());

const updated = (key: string, more: object = {}): ProductEvent => ({
  eventType: 'avi:jira:updated:issue',
  timestamp: '1',
  selfGenerated: false,
  issue: { id: '1', key, fields: { project: { id: '10', key: key.split('-')[0] } } },
  ...more,
});
const stored = async (key: string): Promise<unknown> =>
  (await bench<{ value?: unknown }>(host, 'kvsGet', { key })).value;

describe('product events', () => {
  it('reach the trigger that asks for them', async () => {
    host.forge.deliver(updated('NET-1'));
    await host.settle();
    await expect(stored('changed:NET-1')).resolves.toBe(1);
  });

  it('are left out by ignoreSelf, by the filter expression and by another type', async () => {
    host.forge.deliver(updated('NET-2', { selfGenerated: true }));
    host.forge.deliver(updated('VIRT-2'));
    host.forge.deliver(updated('NET-2', { eventType: 'avi:jira:created:issue' }));
    await host.settle();
    await expect(stored('changed:NET-2')).resolves.toBeUndefined();
    await expect(stored('changed:VIRT-2')).resolves.toBeUndefined();
  });

  it('come late by the switch, until the clock passes the delay', async () => {
    host.forge.switches.eventDelayMs = 180_000;
    host.forge.deliver(updated('NET-3'));
    await expect(host.settle()).rejects.toThrow('move the clock');
    await expect(stored('changed:NET-3')).resolves.toBeUndefined();
    host.clock.moveBy(180_000);
    await host.settle();
    host.forge.switches.eventDelayMs = 0;
    await expect(stored('changed:NET-3')).resolves.toBe(1);
  });

  it('come twice or never by switch', async () => {
    host.forge.switches.duplicateEvents = 1;
    host.forge.deliver(updated('NET-4'));
    await host.settle();
    host.forge.switches.duplicateEvents = 0;
    await expect(stored('changed:NET-4')).resolves.toBeGreaterThanOrEqual(1);
    const runs = host.invocations().filter(({ trigger }) => trigger === 'event').length;
    host.forge.switches.loseEvents = 1;
    host.forge.deliver(updated('NET-4'));
    await host.settle();
    host.forge.switches.loseEvents = 0;
    expect(host.invocations().filter(({ trigger }) => trigger === 'event')).toHaveLength(runs);
  });

  it('overtake each other by switch', async () => {
    host.forge.switches.reorderEvents = 1;
    host.forge.deliver(updated('NET-7'));
    host.forge.deliver(updated('NET-8'));
    await host.settle();
    host.forge.switches.reorderEvents = 0;
    expect(((await stored('order')) as string[]).slice(-2)).toEqual(['NET-8', 'NET-7']);
  });

  it('over 200 kB are not delivered', async () => {
    host.forge.deliver(updated('NET-5', { text: 'x'.repeat(200 * 1024) }));
    await host.settle();
    await expect(stored('changed:NET-5')).resolves.toBeUndefined();
  });

  it('have no user', async () => {
    host.forge.deliver(updated('NET-6'));
    await host.settle();
    const record = host.invocations().findLast(({ trigger }) => trigger === 'event');
    expect(record).toMatchObject({ moduleKey: 'issue-changed', functionKey: 'issue-changed-fn' });
    expect(record).not.toHaveProperty('actor');
  });
});

describe('scheduled triggers', () => {
  it('run first after five minutes, then by their interval, once however far the clock jumps', async () => {
    host.clock.moveTo(Date.parse('2026-03-02T09:04:00Z'));
    await host.settle();
    await expect(stored('hourly')).resolves.toBeUndefined();
    host.clock.moveTo(Date.parse('2026-03-02T09:06:00Z'));
    await host.settle();
    await expect(stored('hourly')).resolves.toBe(1);
    host.clock.moveTo(Date.parse('2026-03-02T10:04:00Z'));
    await host.settle();
    await expect(stored('hourly')).resolves.toBe(1);
    host.clock.moveTo(Date.parse('2026-03-03T09:06:00Z'));
    await host.settle();
    await expect(stored('hourly')).resolves.toBe(2);
  });

  it('can be run by hand', async () => {
    await expect(host.forge.runSchedule('hourly')).resolves.toMatchObject({ ok: true });
    await expect(stored('hourly')).resolves.toBe(3);
  });
});
