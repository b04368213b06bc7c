import type { ReactNode } from 'react';
import type { Answer } from '../../../../src/contract/answer';
import type { Run } from './run';

/** What distinguishes runs of one kind from those of another. */
export type RunKind<Row extends Run, List> = {
  readonly title: string;
  readonly columns: { readonly what: string; readonly count: string };
  /** What was asked; names the run in the table and on its buttons. */
  readonly about: (run: Row) => string;
  /** What is counted while it goes on. */
  readonly bar: string;
  /** How many it found; null while nobody knows. */
  readonly countOf: (run: Row) => number | null;
  /** More to say of each, in a column of its own. */
  readonly detail?: { readonly title: string; readonly of: (run: Row) => ReactNode };
  readonly calls: {
    readonly resume: (id: string) => Promise<Answer<List>>;
    readonly cancel: (id: string) => Promise<Answer<List>>;
    readonly remove: (id: string) => Promise<Answer<List>>;
  };
};
