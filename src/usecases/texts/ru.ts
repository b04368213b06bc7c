import { coverageRu } from './coverage-texts';
import { ORDER_SETTINGS_TEXTS } from './order-settings-texts';
import type { Texts } from './texts';
import { WHAT_IF_TEXTS } from './what-if-texts';

export const ru: Texts = {
  elsewhere: 'другой проект',
  notAllowed: {
    changeSettings: 'Эти настройки меняют только администраторы Jira.',
    createClientProject: 'Чтобы создавать клиентские проекты, нужно право «Управление TAM».',
    seeClientProject: 'Этот клиентский проект открыт его TAM, заместителям и наблюдателям.',
    editClientProject: 'Этот клиентский проект меняют только его TAM и заместители.',
    nameTam: 'Чтобы назначить другого TAM, нужно право «Управление TAM».',
    linkEpics: 'Эпики привязывают только TAM и заместители этого клиентского проекта.',
    setOrder: 'Порядок задают только TAM и заместители этого клиентского проекта.',
    planDates: 'Сроки планируют только TAM и заместители этого клиентского проекта.',
    issuePass:
      'Пропуска выдают TAM, его заместители и руководитель отдела. Пропуск можно у них попросить.',
    decideSla: 'Решения по SLA этого клиентского проекта принимают его TAM и заместители.',
  },
  issueNotFound: (key) => `Задачи ${key} нет, или она вам не видна.`,
  noSuchProject: 'Такого клиентского проекта нет, или у вас нет к нему доступа.',
  projectNotFound: 'Этого клиентского проекта больше нет. Обновите страницу.',
  notLinkedIssue: 'Эта задача не входит ни в один клиентский проект. Сначала привяжите её.',
  linkedAlready: (key, project) =>
    project === null
      ? `${key} уже привязана к клиентскому проекту.`
      : `${key} уже привязана к ${project}. Сначала отвяжите её там.`,
  notADepartment: 'Этот проект Jira не является отделом. Выберите отдел из списка.',
  noIssueType: (department) => `Вы не можете создавать задачи в отделе ${department}.`,
  refusedByJira: (words) => `Jira отказала: ${words}`,
  waitsForItself: (key) => `${key} не может ждать саму себя.`,
  waitsForFamily: (key, other) =>
    `${key} не может ждать ${other}: одна из них родительская для другой.`,
  closesCircle: (successor, blocker, path) =>
    `${successor} не может ждать ${blocker}: получится круг, в котором никто не начнёт: ${path}.`,
  hiddenInPath: 'задача, которая вам не видна',
  noLinkType:
    'В Jira нет типа связи «Blocks». Попросите администратора выбрать тип в настройках TAM.',
  keyTaken: (key) => `Ключ ${key} занят. Выберите другой.`,
  createdNotLinked: (key) => `Задача ${key} создана, но ещё не привязана. Привяжите её по ключу.`,
  noPolicy: (clientProject) => `У проекта ${clientProject} нет договора, который можно применить.`,
  backfillGone: 'Такого пересчёта нет.',
  backfillUnderWay: (clientProject) => `Пересчёт проекта ${clientProject} уже идёт.`,
  cancelBusy: 'Работу сейчас не удаётся отменить. Повторите попытку.',
  noClocks: 'Эту задачу не измеряет ни один договор.',
  simulationGone: 'Этого расчёта больше нет.',
  noHolidaysOf: (place) => `Праздники ${place} неизвестны.`,
  simulationsUnderWay: (most) =>
    `Расчётов уже ${most}: идут или ждут. Дождитесь одного из них или остановите.`,
  changedMeanwhile: 'Клиентский проект уже изменил кто-то другой. Обновите его и попробуйте снова.',
  formFault: {
    empty: 'Заполните это поле.',
    tooLong: 'Слишком длинно.',
    notAKey: 'От 2 до 10 заглавных латинских букв и цифр, первая — буква.',
    tooMany: 'Не больше 50 человек.',
    twice: 'Кто-то указан дважды.',
  },
  formHasFaults: 'Проверьте отмеченные поля.',
  unknownPerson: 'Jira не знает этого человека.',
  unknownPolicy: (key) => `Договора ${key} нет.`,
  reasonTooShort: (least) => `Напишите причину, не короче ${least} знаков.`,
  reasonTooLong: (most) => `Напишите причину короче: до ${most} знаков.`,
  passNotNeeded: (key) => `Сейчас ${key} здесь ничто не держит: пропуск не нужен.`,
  passPeriod: (days) => `Пропуск действует до будущего срока, не дольше ${days} дней.`,
  passGone: 'Этот пропуск уже использован, отозван или истёк.',
  passIssuedMeanwhile: (key) =>
    `Кто-то только что выдал пропуск для ${key}. Обновите страницу, чтобы увидеть его.`,
  passUnderWay: (key) =>
    `${key} только что пропущена по пропуску. Если переход отклонило другое правило, через минуту пропуск снова действует.`,
  mayNotEdit: (key) => `Вы не можете менять ${key}, поэтому и просить о начале не можете.`,
  askedTwice: 'Вы уже просили об этом. TAM и руководитель отдела знают.',
  notCancelled: 'Эта задача уже не отменена. Обновите страницу.',
  noSuchLink: 'Этой связи больше нет. Обновите страницу.',
  notInFuture: 'Выберите время в будущем, не дальше пяти лет.',
  noSuchClock: 'У этой задачи нет такого счётчика. Обновите страницу.',
  clockHasStopped: 'Счётчик остановлен, вердикт вынесен. Его можно только исключить из подсчёта.',
  extensionTooShort:
    'Столько времени ещё есть и так, продление ничего не изменит. Дайте больше или считайте от срока.',
  editedPolicy: (name) => `${name}, с правками`,
  versionTaken: (version) =>
    `Версию ${version} тем временем сохранил кто-то другой. Обновите страницу и попробуйте снова.`,
  badJql: (words) => `Jira не понимает этот JQL: ${words}`,
  busy: (seconds) => `Jira занята. Попробуйте через ${seconds} с.`,
  unavailable:
    'У нас что-то сломалось. Попробуйте ещё раз; если не поможет, скажите администратору Jira.',
  coverage: coverageRu,
  orderSettings: ORDER_SETTINGS_TEXTS.ru,
  whatIf: WHAT_IF_TEXTS.ru,
  order: {
    mayStart: (key, names, gone) =>
      [
        `${key} можно начинать.`,
        names === '' ? '' : `Готово: ${names}.`,
        gone === 0 ? '' : 'Остальное, чего она ждала, удалено или больше не связано.',
      ]
        .filter((part) => part !== '')
        .join(' '),
    due: (date) => `Срок: ${date}`.replace(/\.?$/, '.'),
    slaDue: (clock, when) => `SLA: ${clock} до ${when}.`,
    waitsAgain: (key, names) =>
      `${key} снова ждёт.${names === '' ? '' : ` Опять не завершено: ${names}.`}`,
    asked: (key, name, reason) => `${name} просит пропуск для ${key}: ${reason}`,
    issued: (key, name, reason) => `Пропуск для ${key} выдан. ${name}: ${reason}`,
    somebody: 'Кто-то',
    flag: {
      start: (key) => `${key} выполняется не по порядку: ей ещё есть чего ждать.`,
      finish: (key) => `${key} завершена не по порядку: ей ещё было чего ждать.`,
      early: (key) => `${key} начата раньше назначенного срока.`,
    },
    moveBack: {
      start: (key) => `${key} начата не по порядку и возвращена назад.`,
      finish: (key) => `${key} завершена не по порядку и возвращена назад.`,
    },
    movedBack: {
      start: (why) => `Приложение TAM вернуло задачу назад: её начали не по порядку.\n${why}`,
      finish: (why) => `Приложение TAM вернуло задачу назад: её завершили не по порядку.\n${why}`,
    },
    openAgain: (key) => `${key} снова открыта, а работу, которая её ждала, уже начали.`,
    circle: (key) =>
      `${key} стоит в круге: его задачи ждут друг друга, поэтому ни одна не держит другую. Круг виден на панели TAM.`,
    unplanned: (key) =>
      `Связь, задающая порядок для ${key}, снята, или другая её задача удалена. Вернуть связь можно на панели TAM.`,
  },
  badRequest: 'Страница и приложение не подходят друг другу. Обновите страницу.',
  warning: {
    clock: { response: 'реакция', resolution: 'решение', nextResponse: 'следующий ответ' },
    ownership: (department) => `время отдела ${department}`,
    breached: (clock, when) => `${clock}: срок нарушен${when}`,
    due: (clock, when, threshold) =>
      threshold.endsWith('%')
        ? `${clock}: срок${when}, израсходовано ${threshold} времени (±5 мин)`
        : `${clock}: срок${when}, осталось ${inRussian(threshold)} (±5 мин)`,
    over: (clock, when, time) =>
      `${clock}: просрочено на ${inRussian(time)}${when === '' ? '' : `, срок был${when}`} (±5 мин)`,
    list: (count) => `Уведомления TAM: ${count}`,
  },
  badge: {
    waitsFor: (key) => `Ждёт ${key}`,
    waits: (count) => `Ждёт: ${count}`,
    notYet: 'Ещё рано',
    ready: 'Можно начинать',
    running: 'В работе',
    done: 'Готово',
    suspect: 'Не по порядку',
    breached: 'SLA нарушен',
    dueIn: (time) => `Срок через ${time}`,
    hours: (count) => `${count} ч`,
    minutes: (count) => `${count} мин`,
    paused: 'SLA на паузе',
  },
};

const UNITS: Readonly<Record<string, string>> = { d: 'д', h: 'ч', m: 'мин' };

/** `1h 30m` of a policy file: 1 ч 30 мин. */
function inRussian(duration: string): string {
  return duration.replace(/(\d+)\s*([dhm])/g, (_, count, unit) => `${count} ${UNITS[unit]}`);
}
