import { textsIn } from '../../static/src/i18n/texts';
import { changeText } from '../../static/src/tam-panel/clocks/change-text';

const inMoscow = (language: 'en' | 'ru') =>
  ({ language, timeZone: 'Europe/Moscow', texts: textsIn(language) }) as const;

// 10:00 to 12:00 in Moscow.
const change = {
  from: '2026-11-24T07:00:00.000Z',
  to: '2026-11-24T09:00:00.000Z',
  frozen: { kind: 'paused', reason: 'client' },
  now: { kind: 'running', name: 'Network' },
} as const;

describe('changeText', () => {
  it('says what a stretch was told as, and what Jira says now', () => {
    expect(changeText(change, inMoscow('en'))).toBe(
      'Tue 24 Nov 2026 10:00 – 12:00: was paused: waiting for the client; now running in Network',
    );
    expect(changeText(change, inMoscow('ru'))).toContain(
      'было «пауза: ждём клиента», теперь «в работе: Network»',
    );
  });

  it('says when it ends on another day, and when one side has no such time', () => {
    const later = { ...change, to: '2026-11-25T06:30:00.000Z', now: null };
    expect(changeText(later, inMoscow('en'))).toBe(
      'Tue 24 Nov 2026 10:00 – Wed 25 Nov 09:30: was paused: waiting for the client; now not part of the run',
    );
  });
});
