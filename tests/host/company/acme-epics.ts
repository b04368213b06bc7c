export type Progress = 'toDo' | 'inProgress' | 'done';

export interface EpicPlan {
  projectKey: string;
  summary: string;
  progress: Progress;
  /** Days from now; before today is overdue. */
  dueInDays: number;
  children: ReadonlyArray<readonly [string, Progress]>;
}

/** What the departments do for ACME's new web shop; nobody has linked or ordered it yet. */
export const acmeEpics: readonly EpicPlan[] = [
  {
    projectKey: 'NET',
    summary: 'ACME web shop: VLANs and public addresses',
    progress: 'inProgress',
    dueInDays: 3,
    children: [
      ['Open VLAN 120 and 121', 'done'],
      ['Assign public addresses', 'inProgress'],
      ['Firewall rules for the shop', 'toDo'],
    ],
  },
  {
    projectKey: 'VIRT',
    summary: 'ACME web shop: virtual machines',
    progress: 'toDo',
    dueInDays: 6,
    children: [
      ['Four machines for the front end', 'toDo'],
      ['Two machines for the database', 'toDo'],
    ],
  },
  {
    projectKey: 'UNIX',
    summary: 'ACME web shop: operating system and nginx',
    progress: 'toDo',
    dueInDays: 9,
    children: [
      ['Install the operating system', 'toDo'],
      ['Set up nginx', 'toDo'],
      ['Set up PHP', 'toDo'],
    ],
  },
  {
    projectKey: 'DBA',
    summary: 'ACME web shop: MySQL cluster',
    progress: 'toDo',
    dueInDays: 10,
    children: [
      ['Install MySQL', 'toDo'],
      ['Set up replication', 'toDo'],
    ],
  },
  {
    projectKey: 'BACKUP',
    summary: 'ACME web shop: backup plan',
    progress: 'toDo',
    dueInDays: -1,
    children: [
      ['Agree on retention', 'done'],
      ['Schedule the jobs', 'toDo'],
    ],
  },
  {
    projectKey: 'MON',
    summary: 'ACME web shop: checks and alerts',
    progress: 'toDo',
    dueInDays: 11,
    children: [
      ['Checks for the front end', 'toDo'],
      ['Alert routes', 'toDo'],
    ],
  },
];
