import { englishCount } from '../plural';

/** Versions of a contract in the settings. */
export const policy = {
  versions: (count: number) => englishCount(count, { one: 'version', other: 'versions' }),
  unusable: (versions: string) =>
    `Cannot be used any more, and judges nothing: ${versions}. Save the contract again to see why.`,
  versionsOf: (name: string) => `Versions of ${name}`,
  columns: { version: 'Version', from: 'In effect from', saved: 'Saved', open: 'Clocks open then' },
  latest: 'latest',
  planned: 'planned',
  openKept: 'kept the version of their start',
  openMoved: 'went on under this one',
  openFirst: '–',
  apply: 'Apply to clocks that are open now',
  applyHint:
    'Otherwise clocks that run now keep the version of their start. Clocks that have stopped are never judged again.',
};
