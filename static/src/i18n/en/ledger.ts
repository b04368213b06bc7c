/** What an issue's life went to: the panel's "Why?", the simulator. */
export const ledger = {
  why: 'Why?',
  whyNamed: (clock: string) => `Why? ${clock}`,
  title: 'Where the time went',
  ran: (ran: string, life: string) => `${ran} running of ${life} life`,
  bar: 'Life of this issue',
  byLabel: 'Sums',
  minutes: 'Minute by minute',
  columns: { what: 'What', from: 'From', to: 'To', lasted: 'Lasted', share: 'Share' },
  total: 'Whole life',
  now: 'now',
  kind: {
    running: (department: string) => `running in ${department}`,
    queue: (department: string) => `in the queue of ${department}`,
    blocked: (by: string) => `blocked by ${by}`,
    paused: {
      client: 'paused: waiting for the client',
      vendor: 'paused: waiting for a vendor',
      internal: 'paused: internal',
    },
    sleeping: 'outside working hours',
    stopped: 'stopped',
  },
  counted: 'Running, queue and blocked count against the goal; pauses and nights do not.',
  clock: 'By the resolution clock where there is one, else by the response clock.',
  recount: 'Counted again',
  recountText:
    'The frozen verdict stands. This is what a recount under the rules and calendars of then would say.',
  frozen: 'Frozen',
  again: 'Recount',
  empty: 'Nothing is measured for this issue yet.',
};
