import { useCallback, useState } from 'react';
import type { Answer, Problem } from '../../../../src/contract/answer';
import type { RuleResult } from '../../../../src/contract/coverage';
import { useTexts } from '../../ui/viewer';

export type RunItem = { readonly name: string; readonly call: () => Promise<Answer<RuleResult>> };

export type RunLine = {
  readonly name: string;
  readonly changed: number;
  /** Why it was not done. */
  readonly problem: Problem | null;
};

export type RuleRun = {
  readonly state: 'ready' | 'running' | 'over';
  readonly total: number;
  readonly lines: readonly RunLine[];
  readonly start: (items: readonly RunItem[], over: () => void) => void;
};

/** Changes workflows one after the other and keeps what became of each; one that fails stops none. */
export function useRuleRun(): RuleRun {
  const { shared } = useTexts();
  const [run, setRun] = useState<Omit<RuleRun, 'start'>>({ state: 'ready', total: 0, lines: [] });

  const start = useCallback(
    (items: readonly RunItem[], over: () => void) => {
      const work = async () => {
        setRun({ state: 'running', total: items.length, lines: [] });
        for (const { name, call } of items) {
          const line = await lineOf(name, call, shared.actionFailed);
          setRun((before) => ({ ...before, lines: [...before.lines, line] }));
        }
        setRun((before) => ({ ...before, state: 'over' }));
        over();
      };
      void work();
    },
    [shared],
  );
  return { ...run, start };
}

async function lineOf(name: string, call: RunItem['call'], failed: string): Promise<RunLine> {
  try {
    const answer = await call();
    if (answer.ok) return { name, changed: answer.value.changed, problem: null };
    return { name, changed: 0, problem: answer.problem };
  } catch {
    return { name, changed: 0, problem: { code: 'unavailable', text: failed } };
  }
}
