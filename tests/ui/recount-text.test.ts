import { textsIn } from '../../static/src/i18n/texts';
import { recountText } from '../../static/src/tam-panel/clocks/recount-text';

const eyes = { language: 'en', timeZone: 'Europe/Moscow', texts: textsIn('en') } as const;

describe('recountText', () => {
  it.each([
    ['state', 'breached', 'Breached'],
    ['state', null, 'no such run'],
    ['elapsedMs', 5_400_000, '1 h 30 m'],
    ['dueAt', '2026-11-23T09:00:00.000Z', 'Mon 23 Nov 2026 12:00'],
    ['dueAt', null, '–'],
    ['policyVersion', 3, '3'],
  ])('says %s %s as %s', (name, value, text) => {
    expect(recountText(name, 'again', value, eyes)).toBe(text);
  });

  it('shows no hash of a calendar to people', () => {
    expect(recountText('calendarHash', 'frozen', 'a1b2', eyes)).toBe('the calendar of then');
    expect(recountText('calendarHash', 'again', 'c3d4', eyes)).toBe('a changed calendar');
  });
});
