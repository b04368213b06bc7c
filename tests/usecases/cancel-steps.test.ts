import { instant } from '../../src/core/time';
import { cancelSteps } from '../../src/usecases/cancel-steps';
import { moscow } from '../builders/incident';

const NOW = instant(moscow('2026-11-24T10:00'));
const running = { state: 'running' as const, step: 3, finishedAt: null };

describe('cancelSteps', () => {
  it('writes the end over the step that was shown', async () => {
    const save = jest.fn(async () => true);
    expect(await cancelSteps(NOW, async () => running, save)).toBe('cancelled');
    expect(save).toHaveBeenCalledWith({ state: 'cancelled', step: 4, finishedAt: NOW }, 3);
  });

  it('looks again when a step ended in between', async () => {
    let step = 3;
    const find = async () => ({ ...running, step: step++ });
    const save = async (_: unknown, shown: number) => shown === 5;
    expect(await cancelSteps(NOW, find, save)).toBe('cancelled');
  });

  it('gives up as busy when every try was too late', async () => {
    expect(
      await cancelSteps(
        NOW,
        async () => running,
        async () => false,
      ),
    ).toBe('busy');
  });

  it('leaves alone what has ended or is gone', async () => {
    const save = jest.fn(async () => true);
    expect(await cancelSteps(NOW, async () => ({ ...running, state: 'done' }), save)).toBe('ended');
    expect(await cancelSteps(NOW, async () => null, save)).toBe('gone');
    expect(save).not.toHaveBeenCalled();
  });
});
