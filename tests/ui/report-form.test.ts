import { readForm, startForm } from '../../static/src/sla-report-edit/report-form';

describe('startForm', () => {
  it('takes what the gadget saved', () => {
    const saved = {
      clientProjectId: 'cp1',
      period: 'lastMonth',
      timeZone: 'Europe/Moscow',
      targetPercent: 99.5,
      ...{ countBy: 'started', priority: 'first', groupBy: 'priority' },
    };
    expect(startForm(saved, 'UTC')).toEqual({ ...saved, targetPercent: '99.5' });
  });

  it('starts a new gadget with 30 days, 95 % and the zone of the viewer', () => {
    expect(startForm(undefined, 'Europe/Moscow')).toEqual({
      clientProjectId: '',
      period: 'last30Days',
      timeZone: 'Europe/Moscow',
      targetPercent: '95',
      ...{ countBy: 'decided', priority: 'decided', groupBy: 'department' },
    });
  });

  it('takes what was saved before there were more choices', () => {
    const saved = {
      clientProjectId: 'cp1',
      period: 'lastMonth',
      timeZone: 'UTC',
      targetPercent: 90,
    };
    expect(startForm(saved, 'UTC')).toMatchObject({
      ...{ countBy: 'decided', priority: 'decided', groupBy: 'department' },
    });
  });
});

describe('readForm', () => {
  const filled = {
    clientProjectId: 'cp1',
    period: 'thisMonth',
    timeZone: ' Europe/Moscow ',
    targetPercent: '99,9',
    countBy: 'started',
    priority: 'first',
    groupBy: 'priority',
  } as const;

  it('reads a decimal comma and trims', () => {
    expect(readForm(filled)).toEqual({
      config: { ...filled, timeZone: 'Europe/Moscow', targetPercent: 99.9 },
    });
  });

  it('names every field that is wrong', () => {
    expect(
      readForm({ ...filled, clientProjectId: '', timeZone: 'Moscow', targetPercent: '101' }),
    ).toEqual({
      errors: { clientProjectId: 'missing', timeZone: 'bad', targetPercent: 'bad' },
    });
  });

  it.each(['', '0', '-1', 'most'])('takes "%s" for no target', (targetPercent) => {
    expect(readForm({ ...filled, targetPercent })).toEqual({ errors: { targetPercent: 'bad' } });
  });
});
