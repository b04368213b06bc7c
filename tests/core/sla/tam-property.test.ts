import { tamProperty } from '../../../src/core/sla/verdict/tam-property';
import { breachedRow, cycleRow, runningRow } from '../../builders/cycle-row';
import { moscow } from '../../builders/incident';

describe('tamProperty', () => {
  it('is empty without cycles', () => {
    expect(tamProperty('ACME', [])).toEqual({});
  });

  it('says each clock’s state and the next due of a running one', () => {
    const property = tamProperty('ACME', [
      cycleRow({ clock: 'response' }),
      runningRow({ dueAt: moscow('2026-11-23T14:00') }),
    ]);
    expect(property).toEqual({
      client: 'ACME',
      slaState: 'running',
      slaResponse: 'met',
      slaResolution: 'running',
      slaDue: '2026-11-23T11:00:00.000Z',
    });
  });

  it('is breached as a whole once any cycle was, though the last one is met', () => {
    const property = tamProperty('ACME', [breachedRow(), cycleRow({ cycle: 2 })]);
    expect(property).toMatchObject({ slaState: 'breached', slaResolution: 'met' });
  });

  it('is told by the answer to a later message too, but not by the time of a department', () => {
    const message = { clock: 'nextResponse', dueAt: moscow('2026-11-23T12:00') } as const;
    const late = breachedRow({ clock: 'ownership', department: 'NET', stoppedAt: null });
    const solving = runningRow({ dueAt: moscow('2026-11-23T14:00') });
    expect(tamProperty('ACME', [solving, runningRow(message), late])).toEqual({
      client: 'ACME',
      slaState: 'running',
      slaResolution: 'running',
      slaDue: '2026-11-23T09:00:00.000Z',
    });
    expect(tamProperty('ACME', [solving, breachedRow(message), late])).toMatchObject({
      ...{ slaState: 'breached', slaResolution: 'running' },
    });
  });

  it('tells the client, and that there are clocks, where only departments are measured', () => {
    expect(tamProperty('ACME', [breachedRow({ clock: 'ownership', department: 'NET' })])).toEqual({
      client: 'ACME',
      slaOwnership: true,
    });
  });

  it('has no due while paused or stopped', () => {
    const paused = runningRow({ state: 'paused', dueAt: null });
    expect(tamProperty('ACME', [cycleRow({ clock: 'response' }), paused])).not.toHaveProperty(
      'slaDue',
    );
  });
});
