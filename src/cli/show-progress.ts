import { statSync } from 'node:fs';
import cliProgress from 'cli-progress';
import type { ReadProgress } from './read-export';

/** Shows how far reading has come, when somebody watches. */
export type Progress = {
  readonly reading: (pass: string) => ReadProgress;
  /** A line for standard error; held back while a bar stands there. */
  readonly say: (line: string) => void;
  readonly stop: () => void;
};

/** A bar on a terminal; only the lines where standard error goes to a file or another program. */
export function showProgress(path: string, err: (text: string) => void): Progress {
  if (process.stderr.isTTY !== true) {
    return { reading: () => () => undefined, say: err, stop: () => undefined };
  }
  const bar = new cliProgress.SingleBar({
    ...{ stream: process.stderr, clearOnComplete: true, hideCursor: true },
    format: '{pass} [{bar}] {percentage}% | {eta_formatted} left',
  });
  let held: string[] = [];
  return {
    reading: (pass) => {
      bar.start(statSync(path, { throwIfNoEntry: false })?.size ?? 1, 0, { pass });
      return (bytes) => bar.update(bytes);
    },
    say: (line) => held.push(line),
    stop: () => {
      bar.stop();
      for (const line of held) err(line);
      held = [];
    },
  };
}
