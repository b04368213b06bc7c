import { answerQuestions } from '../../../src/usecases/order/screens/answer-questions';
import { VIRT, worldOf } from '../../builders/decision-world';
import { anIssue, ordered } from '../../builders/issues';

describe('answerQuestions', () => {
  it('tells where the waiting begins and what becomes ready', async () => {
    const world = worldOf();
    world.issues = ordered(
      ['NET-12', 'VIRT-7', 'UNIX-3', 'BCK-3', 'BCK-4'].map((key) => anIssue(key)),
      [
        ['NET-12', 'UNIX-3'],
        ['UNIX-3', 'VIRT-7'],
        ['VIRT-7', 'BCK-3'],
        ['VIRT-7', 'BCK-4'],
        ['NET-12', 'BCK-4'],
      ],
    );
    world.hidden = ['BCK-3'];
    await expect(answerQuestions(world.env, VIRT)).resolves.toEqual({
      ok: true,
      value: {
        roots: { keys: ['NET-12'], hidden: [], unreadable: 0 },
        ready: { keys: [], hidden: [{ department: 'Backup', count: 1 }], unreadable: 0 },
        later: [],
        isCut: false,
      },
    });
  });
});
