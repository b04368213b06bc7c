/** The department page. */
export const department = {
  title: 'Department work',
  notDepartment: 'This project is not a department',
  notDepartmentText: 'A Jira administrator can add it in the TAM settings.',
  columns: { ready: 'Ready now', waiting: 'Waiting', running: 'Running' },
  columnEmpty: {
    ready: 'Nothing to start right now.',
    waiting: 'Nothing waits for others.',
    running: 'Nothing is under way.',
  },
  waitsFor: {
    ready: 'May start all the same; still open before it',
    waiting: 'Waits for',
    running: 'Still open before it',
  },
  empty: 'No work for client projects here yet',
  emptyText: 'Epics of this department appear once a TAM links them to a client project.',
};
