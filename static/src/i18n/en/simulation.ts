import { englishCount } from '../plural';

/** The contract simulator in the settings. */
export const simulation = {
  title: 'What if another contract held?',
  text: 'Replays the last months of a client project under another contract. Nothing is stored in the SLA: no verdict and no report changes.',
  project: 'Client project',
  months: 'Months back',
  base: 'Start from',
  baseNone: 'an empty file',
  file: 'The other contract (policy file, JSON)',
  fileHint:
    'Change goals, pauses, the calendar or the JQL, then run it. Runs wait for each other; the last ten are kept.',
  start: 'Run',
  runs: 'Last runs',
  runColumns: {
    what: 'Incidents',
    contracts: 'Contract tried',
    flips: 'Flips',
  },
  insteadOf: 'instead of',
  result: 'What the run found',
  onlyPresent: (count: string) =>
    `${count} of these incidents only the present contract selects (JQL).`,
  onlyOther: (count: string) =>
    `${count} of these incidents only the other contract selects (JQL).`,
  bar: 'Incidents replayed',
  badMonths: 'From 1 to 36.',
  about: (project: string, months: number) =>
    months === 1 ? `${project}, the last month` : `${project}, last ${months} months`,
  clock: 'Clock',
  present: (name: string) => `Now: ${name}`,
  other: (name: string) => `Instead: ${name}`,
  tallies: 'How many would be met',
  metOf: (met: string, decided: string) => `${met} met of ${decided}`,
  nothingDecided: 'nothing decided',
  notCounted: (count: string) => `${count} not counted`,
  flips: (count: string) => `Verdicts that flip (${count})`,
  noFlips: 'No verdict flips: both contracts judge these incidents the same.',
  youSee: (shown: string, all: string) =>
    `${shown} of ${all} are listed: the others are in projects you have no access to, or further back.`,
  columns: { issue: 'Issue', clock: 'Clock', now: 'Now', instead: 'Instead', why: 'Why' },
  noSuchClock: 'no such clock',
  notSelected: 'not its incident',
  tookOf: (took: string, target: string) => `${took} of ${target}`,
  took: (took: string) => `${took}, no goal`,
  whyGoal: (now: string, instead: string) => `goal ${instead} instead of ${now}`,
  whyNoGoal: 'a goal on one side only',
  whyCalendar: (now: string, instead: string) => `calendar "${instead}" instead of "${now}"`,
  whyStart: (now: string, instead: string) => `starts ${instead} instead of ${now}`,
  whyStop: (now: string, instead: string) => `stops ${instead} instead of ${now}`,
  notStopped: 'never',
  whyShift: (time: string, now: string, instead: string) => `${time} ${instead} instead of ${now}`,
  whyCarried: (now: string, instead: string) =>
    `${instead} used up by earlier runs instead of ${now}`,
  whyUsed: (now: string, instead: string) => `${instead} counted instead of ${now}`,
  whyRules: 'the same time, judged by other rules',
  whySelect: {
    present: 'the JQL of the other contract does not select it',
    other: 'only the JQL of the other contract selects it',
  },
  stretches: (count: number) =>
    `When: ${englishCount(count, { one: 'stretch', other: 'stretches' })}`,
  whyStretch: (from: string, to: string, now: string, instead: string) =>
    `${from} – ${to}: ${instead} instead of ${now}`,
  whyMore: (count: number) =>
    `and ${englishCount(count, { one: 'more stretch', other: 'more stretches' })}`,
  whyCycle: 'this run exists under one of the contracts only',
  notMeasured: 'not measured',
};
