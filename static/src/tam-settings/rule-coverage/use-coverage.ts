import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../../src/contract/answer';
import type { CoverageView, DepartmentCoverage } from '../../../../src/contract/coverage';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';

export type CoverageRead = {
  /** Those read so far. */
  readonly departments: readonly DepartmentCoverage[];
  /** Of the latest page; null before the first one. */
  readonly latest: CoverageView | null;
  readonly isReading: boolean;
  readonly problem: Problem | null;
  readonly reload: () => void;
};

type State = Omit<CoverageRead, 'reload'>;

const NOTHING: State = { departments: [], latest: null, isReading: true, problem: null };

/**
 * Coverage page by page, so that a company with many workflows sees how far it is. What was read
 * before stays on screen while it is read anew.
 */
export function useCoverage(): CoverageRead {
  const { shared } = useTexts();
  const [state, setState] = useState<State>(NOTHING);
  const turn = useRef(0);

  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    const isMine = () => mine === turn.current;
    setState((before) => ({ ...before, isReading: true, problem: null }));
    const fail = (problem: Problem) => {
      if (isMine()) setState((before) => ({ ...before, isReading: false, problem }));
    };
    const read = async (from: number, known: readonly DepartmentCoverage[]): Promise<void> => {
      const answer = await resolver.coverage({ from });
      if (!isMine()) return;
      if (!answer.ok) return fail(answer.problem);
      const departments = [...known, ...answer.value.departments];
      const { next } = answer.value;
      setState((before) => ({
        ...{ latest: answer.value, problem: null, isReading: next !== null },
        departments: next === null ? departments : longer(before.departments, departments),
      }));
      if (next !== null) await read(next, departments);
    };
    read(0, []).catch(() => fail({ code: 'unavailable', text: shared.failedText }));
  }, [shared]);

  useEffect(() => {
    reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);
  return { ...state, reload };
}

/** A list that is read anew replaces the one on screen when it is as long. */
function longer<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return now.length >= before.length ? now : before;
}
