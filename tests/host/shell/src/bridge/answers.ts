/** What a function of the frame returned, or how it failed. */
export type Answer =
  | { answer: number; ok: true; result: unknown }
  | { answer: number; ok: false; message: string };

/** Waits for what functions of the frame return: they run in another window and answer later. */
export function createAnswers() {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  return {
    /** A number to answer under, and the promise of the answer. */
    expect: (): { answer: number; result: Promise<unknown> } => {
      last += 1;
      const number = last;
      const result = new Promise<unknown>((resolve, reject) => {
        waiting.set(number, (answer) =>
          answer.ok ? resolve(answer.result) : reject(new Error(answer.message)),
        );
      });
      // Most callers do not wait for the answer: their frame's error is not theirs.
      result.catch(() => undefined);
      return { answer: number, result };
    },
    take: (answer: Answer): void => {
      waiting.get(answer.answer)?.(answer);
      waiting.delete(answer.answer);
    },
  };
}
