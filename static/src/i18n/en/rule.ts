/** The rule's own pages in the workflow editor. */
export const rule = {
  title: 'Blocking order',
  on: (transition: string, from: string, to: string) => `"${transition}": ${from} → ${to}`,
  fromAny: 'any status',
  gate: { start: 'Start', finish: 'Finish' },
  choose: 'When to ask',
  chooseHint: 'What this transition is by the categories of its statuses is chosen already.',
  choices: {
    start: 'when work starts',
    finish: 'when work finishes',
    both: 'when work starts and when it finishes',
  },
  suits: {
    start: 'This transition starts work: it leads into a status of the category In Progress.',
    finish: 'This transition finishes work: it leads into a status of the category Done.',
    both: 'In some departments this transition starts work, in others it finishes it.',
    none: 'This transition neither starts nor finishes work: the rule always lets it pass here.',
  },
  does: {
    start:
      'As long as something that the work item waits for is not done, Jira refuses to start it and says what that is.',
    finish:
      'As long as something that the work item waits for is not done, or a hand-over is missing that it needs, Jira refuses to finish it and says what that is.',
    both: 'As long as something that the work item waits for is not done, Jira refuses to start or to finish it and says what that is. A missing hand-over can hold the end back, too.',
  },
  mismatch: 'What is chosen does not fit this transition: the rule would let everything pass.',
  off: {
    start: 'No policy asks about starts now, so nothing is refused here until one does.',
    finish: 'No policy asks about finishing now, so nothing is refused here until one does.',
    both: 'No policy asks about either now, so nothing is refused here until one does.',
  },
  uncertain: {
    allow:
      'If Jira or the app does not answer in time, the move is allowed and looked at afterwards.',
    refuse:
      'If Jira or the app does not answer in time, the move is refused, and the text says so.',
  },
  live: 'Saved means live: Jira asks the rule from the moment this workflow is updated. Work that runs already is not touched.',
  settings: 'Policies and coverage are in the TAM settings',
  saveFailed: 'Jira did not take over what is chosen here. Close this page and open it again.',
};
