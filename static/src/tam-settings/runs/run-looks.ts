/** How the states of work in the queue look. */
export const runLooks = {
  waiting: 'neutral',
  running: 'information',
  done: 'success',
  cancelled: 'neutral',
  failed: 'danger',
} as const;
