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
  fileHint: 'Change goals, pauses or the calendar, then run it.',
  start: 'Run',
  cancel: 'Cancel',
  bar: 'Incidents replayed',
  badMonths: 'From 1 to 36.',
  about: (project: string, months: number) =>
    `${project}, last ${englishCount(months, { one: 'month', other: 'months' })}`,
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
  tookOf: (took: string, target: string) => `${took} of ${target}`,
  took: (took: string) => `${took}, no goal`,
  whyGoal: (now: string, instead: string) => `goal ${instead} instead of ${now}`,
  whyNoGoal: 'a goal on one side only',
  whyStretch: (from: string, to: string, now: string, instead: string) =>
    `${from} – ${to}: ${instead} instead of ${now}`,
  whyMore: (count: number) =>
    `and ${englishCount(count, { one: 'more stretch', other: 'more stretches' })}`,
  whyCycle: 'this run exists under one of the contracts only',
  notMeasured: 'not measured',
};
