import { englishCount } from '../plural';

/** The tab of the settings that shows where the order's rule stands. */
export const coverage = {
  tab: 'Coverage',
  title: 'Where the blocking order holds',
  text: 'Jira refuses a start only where the rule stands on the transition. The table names every transition that starts or finishes work in a department.',
  table: 'Coverage by department, workflow and transition',
  reading: 'Workflows read',
  ofDepartments: (done: number, all: number) => `${done} of ${all} departments`,
  summary: (enforced: number, all: number) =>
    `Enforced in ${enforced} of ${englishCount(all, { one: 'department', other: 'departments' })}.`,
  noDepartments: 'No departments yet',
  noDepartmentsText: 'Add the Jira projects of your departments on the first tab.',
  columns: {
    choose: 'Choose',
    transition: 'Transition',
    workflow: 'Workflow',
    state: 'Coverage',
    missing: 'What is missing',
    actions: 'Actions',
  },
  state: { enforced: 'Enforced', guarded: 'Guarded', advisory: 'Advisory', unknown: 'Unknown' },
  legend: 'What the words mean',
  means: {
    enforced: 'The rule stands on the transition: Jira refuses, wherever the move comes from.',
    advisory: 'Nothing refuses and nothing looks afterwards: only the panel and the badge tell.',
    unknown: 'The workflow could not be read, so nobody knows.',
  },
  guarded: {
    flag: 'Nothing refuses, but the guard sees an illegal start within one event and flags it.',
    moveBack:
      'Nothing refuses, but the guard sees an illegal start within one event and, where the policy says so, moves it back.',
  },
  teamManaged: 'team-managed',
  fromAny: 'any status',
  gap: {
    noRule: 'The rule does not stand on this transition.',
    ruleDisabled: 'The rule is switched off here.',
    gateLeftOut: 'The rule stands here, but was configured not to ask about this.',
    ruleNotNeeded: 'The rule stands here although this neither starts nor finishes work.',
    gateNotAsked: 'The rule stands here, but nothing asks about this in this department.',
    initial: 'Work is created running: nothing can be linked yet, so only the guard can look.',
    portal:
      'Customers can make this move in a service portal, which would not tell them why it is refused. The rule is left off unless you choose this transition; the guard looks afterwards.',
    readOnly: "Nobody can change this workflow: it is Jira's own. Give the project another one.",
    notOffered: 'Jira does not offer the rule for this workflow.',
    notHeard: 'What happens here does not reach the app, so the guard sees nothing either.',
  },
  unreadable: {
    noRight:
      'Jira does not let you read its workflows. Ask a Jira administrator, or of a team-managed project its administrator.',
    gone: 'Jira does not know this project any more.',
    failed: 'Its workflows could not all be read. Try again.',
  },
  noGates: 'No transition of its workflows passes a gate that is on.',
  noPolicy:
    'No policy gates anything now: nothing is refused, wherever the rule stands. Look at the tab "Blocking order".',
  asked: {
    start: 'Policies gate the start of work.',
    finish: 'Policies gate the end of work.',
    both: 'Policies gate the start and the end of work.',
  },
  drafts:
    "A change is live at once: Jira's workflow API has no drafts. If somebody has the same workflow open in Jira's editor and saves it afterwards, look here again. Work that runs already is not touched.",
  uncertain: {
    allow:
      'If Jira or the app does not answer while a move is judged, it is allowed and looked at afterwards.',
    refuse:
      'If Jira or the app does not answer while a move is judged, it is refused and told why.',
  },
  portal: {
    allow:
      'Moves that a service portal offers to customers are left to the guard unless you choose otherwise: a portal would not show why not.',
    gate: 'Moves that a service portal offers to customers are judged too, although a portal shows no reason.',
  },
  freeAccounts: (count: number) =>
    `${englishCount(count, { one: 'account passes', other: 'accounts pass' })} every gate, and that is logged.`,
  unknownBlockers: (count: number) =>
    `${englishCount(count, { one: 'issue', other: 'issues' })} may start although nobody knows the state of a blocker: the app can't read it, or it was archived while open.`,
  noBacklog: 'The guard is up to date.',
  backlog: (count: number) =>
    `The guard still has to look at ${englishCount(count, { one: 'issue', other: 'issues' })}.`,
  nothingMissing: 'The rule stands wherever it can.',
  attachAll: (count: number) =>
    count === 1 ? 'Attach the rule where it is missing' : `Attach the rule to all ${count} missing`,
  attachChosen: (count: number) => `Attach the rule to ${count} chosen`,
  onlyGaps: 'Show only gaps',
  onlyGapsHint: 'Leaves out transitions where everything is as it has to be.',
  transitionOf: (transition: string, workflow: string, department: string) =>
    `"${transition}" of ${workflow}, ${department}`,
  chooseThis: (what: string) => `Choose ${what}`,
  detachThis: (what: string) => `Take off: ${what}`,
  close: 'Close',
  detachShort: 'Take off',
  attach: {
    title: 'Attach the rule?',
    text: 'From then on Jira asks it about every move through these transitions, in every project that uses the workflow:',
    confirm: (count: number) =>
      `Attach in ${englishCount(count, { one: 'workflow', other: 'workflows' })}`,
    done: 'attached',
  },
  detach: {
    title: 'Take the rule off?',
    text: 'From then on Jira lets work start there whatever it waits for, in every project that uses the workflow:',
    confirm: (count: number) =>
      `Take off in ${englishCount(count, { one: 'workflow', other: 'workflows' })}`,
    done: 'taken off',
  },
  usedBy: (names: string) => `Used by ${names}.`,
  alsoUsedBy: (names: string) => `No departments, but they use it too: ${names}.`,
  usedByHidden: (count: number) =>
    `Also used by ${englishCount(count, { one: 'project', other: 'projects' })} that you may not see.`,
  running: 'Workflows changed',
  ofAll: (done: number, all: number) => `${done} of ${all}`,
  wasSo: 'nothing to do',
  failedTitle: (count: number) =>
    `Not changed: ${englishCount(count, { one: 'workflow', other: 'workflows' })}`,
  failedHint:
    'Try these again, or open them in Jira\'s workflow editor: the rule is listed there as "Blocking order".',
  uninstall: {
    title: 'Before the app is uninstalled',
    text: 'Jira refuses every transition whose rule has lost its app. So the rule has to be taken off all workflows first. If nobody does, the app switches its rules off while it is uninstalled: it may not remove them then, because that takes an administrator.',
    look: 'Prepare uninstall…',
    found: (count: number) =>
      `The rule stands in ${englishCount(count, { one: 'workflow', other: 'workflows' })} of this site:`,
    rules: (count: number) => englishCount(count, { one: 'transition', other: 'transitions' }),
    warning: 'From then on nothing holds the order any more. You can attach the rule again here.',
    confirm: (count: number) =>
      `Take it off ${englishCount(count, { one: 'workflow', other: 'workflows' })}`,
    clean: 'No workflow carries the rule. The app can be uninstalled.',
  },
};
