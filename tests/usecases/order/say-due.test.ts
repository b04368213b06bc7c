import type { CycleRow } from '../../../src/core/sla/verdict/cycle-row';
import { instant } from '../../../src/core/time';
import type { UserEnv } from '../../../src/usecases/env';
import { sayDue } from '../../../src/usecases/order/notices/say-due';
import { readOrderSetup } from '../../../src/usecases/order/read/read-order-site';
import { cycleRow } from '../../builders/cycle-row';
import { anIssue, idOf } from '../../builders/issues';
import { OrderWorld } from '../../builders/order-world';

const at = (iso: string) => instant(Date.parse(iso));

/** An issue with these cycles in the store; without any, asking for them is an error. */
async function say(language: 'en' | 'ru', issue = {}, cycles?: readonly Partial<CycleRow>[]) {
  const world = new OrderWorld();
  world.language = language;
  const rows = cycles?.map((each) => cycleRow({ issueId: idOf('VIRT-7'), ...each }));
  const listCycles = async () => {
    if (rows === undefined) throw new Error('nobody should ask for cycles');
    return rows;
  };
  const env: UserEnv = { ...world.env, sla: { ...world.env.sla, listCycles } };
  return sayDue(env, anIssue('VIRT-7', issue), await readOrderSetup(env));
}

const measured = { dueDate: '2026-11-25', tamProperty: { slaState: 'running' } };

describe('sayDue', () => {
  it('names the due date as it stands in Jira, and asks for no clocks where none are shown', async () => {
    expect(await say('en')).toEqual([]);
    expect(await say('en', { dueDate: '2026-11-25' })).toEqual(['Due 25 Nov 2026.']);
    expect(await say('ru', { dueDate: '2026-11-25' })).toEqual(['Срок: 25 нояб. 2026 г.']);
  });

  it('names the open clock that is due first, not one that has stopped or is paused', async () => {
    const cycles = [
      { clock: 'resolution', dueAt: at('2026-11-24T15:00:00Z'), stoppedAt: null },
      { clock: 'nextResponse', dueAt: at('2026-11-24T16:00:00Z'), stoppedAt: null },
      { clock: 'nextResponse', dueAt: null, stoppedAt: null },
      {
        clock: 'response',
        dueAt: at('2026-11-23T10:00:00Z'),
        stoppedAt: at('2026-11-23T09:00:00Z'),
      },
    ] as const;
    expect(await say('en', measured, cycles)).toEqual([
      'Due 25 Nov 2026.',
      'SLA: resolution due 24 Nov 2026, 15:00 (UTC).',
    ]);
    expect(await say('ru', { tamProperty: measured.tamProperty }, cycles)).toEqual([
      'SLA: решение до 24 нояб. 2026 г., 15:00 (UTC).',
    ]);
  });

  it('says nothing of clocks when none is open', async () => {
    expect(await say('en', { tamProperty: measured.tamProperty }, [])).toEqual([]);
  });
});
