/** Work that takes its steps through the queue: backfills, simulations, dry runs. */
export const runs = {
  columns: { who: 'Started by', state: 'State', actions: 'Actions' },
  states: {
    waiting: 'Waiting to start',
    running: 'Running',
    done: 'Done',
    cancelled: 'Cancelled',
    failed: 'Failed',
  },
  doneOf: (done: string, total: string) => `${done} of ${total}`,
  nobody: 'nobody we know',
  stuck: 'Stuck',
  stuckHint: 'Nothing has happened for 20 minutes.',
  resume: 'Start again',
  cancel: 'Cancel',
  remove: 'Delete',
};
