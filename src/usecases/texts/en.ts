import { coverageEn } from './coverage-texts';
import { ORDER_SETTINGS_TEXTS } from './order-settings-texts';
import type { Texts } from './texts';
import { WHAT_IF_TEXTS } from './what-if-texts';

export const en: Texts = {
  elsewhere: 'another project',
  notAllowed: {
    changeSettings: 'Only Jira administrators change these settings.',
    createClientProject: 'Creating client projects needs the permission "Administer TAM".',
    seeClientProject: 'This client project is open to its TAM, deputies and viewers.',
    editClientProject: 'Only its TAM and deputies change this client project.',
    nameTam: 'Naming another TAM needs the permission "Administer TAM".',
    linkEpics: 'Only the TAM and deputies of this client project link epics.',
    setOrder: 'Only the TAM and deputies of this client project set the order.',
    planDates: 'Only the TAM and deputies of this client project plan its dates.',
    issuePass:
      "Only the TAM, the deputies and the department's lead issue passes. You can ask them for one.",
    decideSla: 'Only the TAM and deputies of this client project decide on its clocks.',
  },
  issueNotFound: (key) => `${key} does not exist, or you may not see it.`,
  noSuchProject: 'There is no such client project, or you have no access to it.',
  projectNotFound: 'This client project does not exist any more. Reload the page.',
  notLinkedIssue: 'This issue belongs to no client project. Link it first.',
  linkedAlready: (key, project) =>
    project === null
      ? `${key} is linked to a client project already.`
      : `${key} is linked to ${project} already. Unlink it there first.`,
  notADepartment: 'This Jira project is not a department. Choose one from the list.',
  noIssueType: (department) => `You may not create issues in ${department}.`,
  refusedByJira: (words) => `Jira refused: ${words}`,
  waitsForItself: (key) => `${key} can't wait for itself.`,
  waitsForFamily: (key, other) =>
    `${key} can't wait for ${other}: one of them is the parent of the other.`,
  closesCircle: (successor, blocker, path) =>
    `${successor} can't wait for ${blocker}: that would close a circle in which nobody can start: ${path}.`,
  hiddenInPath: "an item you can't see",
  noLinkType:
    'Jira has no link type "Blocks". Ask a Jira administrator to choose one in the TAM settings.',
  keyTaken: (key) => `The key ${key} is taken. Choose another one.`,
  createdNotLinked: (key) => `${key} is created, but not linked yet. Link it by its key.`,
  noPolicy: (clientProject) => `${clientProject} has no contract that can be used.`,
  backfillGone: 'This backfill does not exist.',
  backfillUnderWay: (clientProject) => `A backfill of ${clientProject} is under way already.`,
  cancelBusy: 'This goes too fast to be cancelled just now. Try again.',
  noClocks: 'No contract measures this issue.',
  simulationGone: 'This simulation does not exist any more.',
  noHolidaysOf: (place) => `The holidays of ${place} are not known.`,
  simulationsUnderWay: (most) =>
    `${most} simulations wait or run already. Wait for one of them, or cancel it.`,
  changedMeanwhile: 'Somebody else has changed this client project. Reload it and try again.',
  formFault: {
    empty: 'Fill this in.',
    tooLong: 'This is too long.',
    notAKey: 'Use 2 to 10 capitals and digits, a capital first.',
    tooMany: 'At most 50 people.',
    twice: 'Somebody is named twice.',
  },
  formHasFaults: 'Some fields need another look.',
  unknownPerson: 'Jira does not know this person.',
  unknownPolicy: (key) => `There is no contract ${key}.`,
  reasonTooShort: (least) => `Say why, in ${least} characters or more.`,
  reasonTooLong: (most) => `Say why in at most ${most} characters.`,
  passNotNeeded: (key) => `Nothing stops ${key} here just now: no pass is needed.`,
  passPeriod: (days) => `A pass ends in the future, within ${days} days.`,
  passGone: 'This pass was used, taken back or has expired meanwhile.',
  passIssuedMeanwhile: (key) =>
    `Somebody else has issued a pass for ${key} this very moment. Reload the page to see it.`,
  passUnderWay: (key) =>
    `A pass let ${key} through a moment ago. If another rule refused the move, the pass is good again in a minute.`,
  mayNotEdit: (key) => `You may not edit ${key}, so you can't ask to start it.`,
  askedTwice: 'You have asked for this already. The TAM and the lead have been told.',
  notCancelled: 'This blocker is not cancelled any more. Reload the page.',
  noSuchLink: 'This link is not there any more. Reload the page.',
  notInFuture: 'Choose a time in the future, within five years.',
  noSuchClock: 'This issue has no such clock. Reload the page.',
  clockHasStopped:
    'This clock has stopped: its verdict stands. It can only be taken out of the count.',
  extensionTooShort:
    'The clock has at least that much time left, so this would change nothing. Give more, or count it from the target.',
  editedPolicy: (name) => `${name}, edited`,
  versionTaken: (version) =>
    `Somebody else has saved version ${version} meanwhile. Reload and try again.`,
  badJql: (words) => `Jira can't use this JQL: ${words}`,
  busy: (seconds) => `Jira is busy. Try again in ${seconds} s.`,
  unavailable:
    'Something went wrong on our side. Try again; if it stays, tell your Jira administrator.',
  coverage: coverageEn,
  orderSettings: ORDER_SETTINGS_TEXTS.en,
  whatIf: WHAT_IF_TEXTS.en,
  order: {
    mayStart: (key, names, gone) =>
      [
        `${key} may start.`,
        names === '' ? '' : `Done: ${names}.`,
        gone === 0 ? '' : 'What else stood before it was deleted or is no longer linked.',
      ]
        .filter((part) => part !== '')
        .join(' '),
    due: (date) => `Due ${date}.`,
    slaDue: (clock, when) => `SLA: ${clock} due ${when}.`,
    waitsAgain: (key, names) =>
      `${key} has to wait again.${names === '' ? '' : ` Not done any more: ${names}.`}`,
    asked: (key, name, reason) => `${name} asks for a pass for ${key}: ${reason}`,
    issued: (key, name, reason) => `There is a pass for ${key} now. ${name}: ${reason}`,
    somebody: 'Somebody',
    flag: {
      start: (key) => `${key} runs out of order: it still has something to wait for.`,
      finish: (key) => `${key} was finished out of order: it still had something to wait for.`,
      early: (key) => `${key} was started before its date.`,
    },
    moveBack: {
      start: (key) => `${key} was started out of order and has been moved back.`,
      finish: (key) => `${key} was finished out of order and has been moved back.`,
    },
    movedBack: {
      start: (why) => `The TAM app moved this back: it was started out of order.\n${why}`,
      finish: (why) => `The TAM app moved this back: it was finished out of order.\n${why}`,
    },
    openAgain: (key) => `${key} is open again, and work that waited for it has begun already.`,
    circle: (key) =>
      `${key} stands on a circle: its issues wait for each other, so none of them holds another back. The TAM panel shows it.`,
    unplanned: (key) =>
      `A link that orders ${key} was removed, or its other issue deleted. The TAM panel can restore the link.`,
  },
  badRequest: 'This page and the app do not fit together. Reload the page.',
  warning: {
    clock: { response: 'response', resolution: 'resolution', nextResponse: 'next response' },
    ownership: (department) => `time of ${department}`,
    breached: (clock, when) => `${clock} breached${when}`,
    due: (clock, when, threshold) =>
      `${clock} due${when}, ${threshold}${threshold.endsWith('%') ? ' of the goal used' : ' left'} (±5 min)`,
    over: (clock, when, time) => {
      const far = time.replace(/(\d+)\s*([dhm])/g, '$1 $2');
      return `${clock} ${far} over due${when === '' ? '' : `, was due${when}`} (±5 min)`;
    },
    list: (count) => (count === 1 ? '1 notice from TAM' : `${count} notices from TAM`),
  },
  badge: {
    waitsFor: (key) => `Waits for ${key}`,
    waits: (count) => `Waits for ${count}`,
    notYet: 'Not yet',
    ready: 'Ready',
    running: 'Running',
    done: 'Done',
    suspect: 'Out of order',
    breached: 'SLA breached',
    dueIn: (time) => `Due in ${time}`,
    hours: (count) => `${count} h`,
    minutes: (count) => `${count} m`,
    paused: 'SLA paused',
  },
};
