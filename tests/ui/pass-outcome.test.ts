import type { PassView } from '../../src/contract/order-acts';
import { textsIn } from '../../static/src/i18n/texts';
import { passOutcome } from '../../static/src/ui/pass-outcome';

const reader = (language: 'en' | 'ru') =>
  ({ language, timeZone: 'Europe/Moscow', texts: textsIn(language) }) as const;
const now = Date.parse('2026-11-23T09:00:00Z');

const open: PassView = {
  ...{ id: '1', gate: 'start', state: 'open', reason: 'The client agreed', issuedBy: 'Ivan' },
  ...{ issuedAt: '2026-11-23T08:00:00.000Z', expiresAt: '2026-11-23T12:00:00.000Z' },
  ...{ usedAt: null, revokedAt: null, revokedBy: null },
};

describe('passOutcome', () => {
  it.each<[Partial<PassView>, string, string]>([
    [{}, 'good until 15:00', 'действует до 15:00'],
    [{ state: 'expired' }, 'was good until 15:00', 'действовал до 15:00'],
    [{ state: 'used', usedAt: '2026-11-23T08:30:00.000Z' }, 'used 11:30', 'использован 11:30'],
    [
      { state: 'revoked', revokedAt: '2026-11-23T08:45:00.000Z', revokedBy: 'Olga' },
      'taken back by Olga, 11:45',
      'отозвал(а) Olga, 11:45',
    ],
  ])('%j: "%s"', (changes, english, russian) => {
    const pass = { ...open, ...changes };
    expect([passOutcome(pass, now, reader('en')), passOutcome(pass, now, reader('ru'))]).toEqual([
      english,
      russian,
    ]);
  });

  it('counts passes that may not be named', () => {
    expect(textsIn('en').workspace.passes.hidden(2)).toBe("2 passes in issues you can't see");
    expect(textsIn('ru').workspace.passes.hidden(2)).toBe(
      '2 пропуска в задачах, которые вам не видны',
    );
  });
});
