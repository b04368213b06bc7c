import { englishCount } from '../plural';

/** Trying out due dates on a client project's page. Dates come written out. */
export const whatIf = {
  heading: 'What if a due date moved?',
  begun: 'your draft',
  intro:
    'Move due dates and see what follows. Only you see this draft, and nothing is written to Jira before you say so.',
  asOf: 'Based on Jira as of',
  version: (version: string) => `version ${version}`,
  asNow: 'Based on Jira as it is now.',
  since: {
    title: 'Jira has changed since you began',
    ask: 'What you see below is still as it was. Put your moves on the new data, or drop them; until then nothing can be written.',
    due: (key: string, from: string, to: string) => `${key}: due date went from ${from} to ${to}`,
    dueSet: (key: string, to: string) => `${key}: got a due date, ${to}`,
    dueGone: (key: string, from: string) => `${key}: lost its due date, ${from}`,
    finished: (key: string) => `${key}: done`,
    reopened: (key: string) => `${key}: open again`,
    added: (key: string) => `${key}: new in this client project, or now visible to you`,
    removed: (key: string) => `${key}: not in this client project any more, or hidden from you`,
    linked: (successor: string, blocker: string) => `${successor}: now waits for ${blocker}`,
    unlinked: (successor: string, blocker: string) =>
      `${successor}: does not wait for ${blocker} any more`,
    lag: (successor: string, blocker: string) =>
      `${successor}: the time between ${blocker} and it is another one`,
    hidden: 'changed, and you have no access to it:',
    unnamed: "Something changed that you can't see.",
    rebase: 'Keep my moves on the new data',
  },
  left: {
    title: 'Not kept',
    gone: (key: string) => `${key}: not open work of this client project any more`,
    done: (key: string) => `${key}: done meanwhile`,
    sameDate: (key: string) => `${key}: is due on that day already`,
    unnamed: 'A move of something that you may not see any more',
  },
  form: {
    label: 'Move a due date',
    item: 'Work item',
    option: (key: string, summary: string, due: string) => `${key} ${summary} (${due})`,
    date: 'New due date',
    submit: 'Move',
    noItem: 'Choose a work item.',
    noDate: 'Enter a date.',
  },
  nothingToMove: 'Nothing to move',
  nothingToMoveText: 'There is no open work in this client project that you may see.',
  end: (before: string, after: string) => `The last due date moves from ${before} to ${after}.`,
  endStays: (date: string) => `The last due date stays ${date}.`,
  endNow: (date: string) => `The last due date is ${date}.`,
  noEnd: 'No open work has a due date.',
  unplanned: (count: number) =>
    `${englishCount(count, { one: 'item without a due date takes', other: 'items without a due date take' })} no part.`,
  cut: 'More work waits behind this than is shown here.',
  solved: (keys: string) => `Not due too early any more: ${keys}.`,
  hidden: 'Due too early as well:',
  follows: 'What follows',
  columns: {
    item: 'Work item',
    department: 'Department',
    due: 'Due',
    move: 'Your draft',
    needs: 'Possible from',
    why: 'Because of',
  },
  elsewhere: 'not in this client project',
  late: (days: number) => `${englishCount(days, { one: 'day', other: 'days' })} late`,
  take: 'Take',
  takeNamed: (key: string, date: string) => `Take ${date} for ${key}`,
  takeAll: (count: number) =>
    `Take ${englishCount(count, { one: 'possible date', other: 'possible dates' })}`,
  takeBack: (key: string) => `Take back the move of ${key}`,
  before: (count: number) =>
    `${englishCount(count, { one: 'item is', other: 'items are' })} due too early without your moves`,
  apply: (count: number) =>
    `Write ${englishCount(count, { one: 'due date', other: 'due dates' })} to Jira`,
  drop: 'Drop the draft',
  dropped: 'Draft dropped. Nothing was written to Jira.',
  written: (count: number) =>
    `${englishCount(count, { one: 'due date', other: 'due dates' })} written to Jira`,
  failed: 'Not written, and still in your draft',
  stale: 'Nothing was written: Jira has changed since you began',
};
