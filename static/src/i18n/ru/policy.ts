import type { Texts } from '../en';
import { russianCount } from '../plural';

export const policy: Texts['policy'] = {
  versions: (count) => russianCount(count, { one: 'версия', few: 'версии', many: 'версий' }),
  unusable: (versions) =>
    `Больше не действует, по ней ничего не считается: ${versions}. Сохраните договор ещё раз — увидите, почему.`,
  versionsOf: (name) => `Версии: ${name}`,
  columns: {
    version: 'Версия',
    from: 'Действует с',
    saved: 'Сохранена',
    open: 'Открытые тогда счётчики',
  },
  latest: 'последняя',
  planned: 'ещё не действует',
  openKept: 'остались на версии своего начала',
  openMoved: 'перешли на эту',
  openFirst: '–',
  apply: 'Применить к открытым счётчикам',
  applyHint:
    'Иначе счётчики, которые идут сейчас, останутся на версии своего начала. Остановленные заново не судятся никогда.',
};
