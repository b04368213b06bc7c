import {
  type Covered,
  type CoveredProject,
  coverWorkflow,
  gatesOf,
  weakestOf,
} from '../../../src/core/order/rule/coverage';
import {
  aRule,
  aTransition,
  aWorkflow,
  BACK,
  FINISH,
  IN_PROGRESS,
  READY,
  START,
  TO_DO,
} from '../../builders/workflows';

const project = (changes: Partial<CoveredProject> = {}): CoveredProject => ({
  ...{ statusMap: {}, gates: ['start'], isHeard: true, portal: 'allow' },
  ...changes,
});

const said = (covered: readonly Covered[]) =>
  covered.map(({ transition, state, gaps, isMissing }) =>
    [transition.name, state, ...gaps, ...(isMissing ? ['missing'] : [])].join(' '),
  );

describe('gatesOf', () => {
  const gates = (transition = START, statusMap = {}) =>
    gatesOf(aWorkflow([transition]), transition, statusMap);

  it('finds the start gate on the way into In Progress, the finish gate into Done, none back', () => {
    expect(gates()).toEqual(['start']);
    expect(gates(FINISH)).toEqual(['finish']);
    expect(gates(BACK)).toEqual([]);
  });

  it('finds no gate where the category stays the same (D22)', () => {
    const again = aTransition({ id: '12', name: 'Resume', fromRefs: [READY.ref] });
    expect(gates(again)).toEqual([]);
  });

  it('takes a global transition for a start because one may come from To Do (D22)', () => {
    const anyway = aTransition({ id: '13', name: 'Restart', kind: 'global', fromRefs: [] });
    expect(gates(anyway)).toEqual(['start']);
    const allRun = aWorkflow([anyway], { statuses: [READY, IN_PROGRESS] });
    expect(gatesOf(allRun, anyway, {})).toEqual([]);
  });

  it("goes by the department's own categories where Jira's are wrong (D23)", () => {
    const ready = aTransition({ id: '14', name: 'Ready', toRef: READY.ref });
    const begin = aTransition({ id: '15', name: 'Begin', fromRefs: [READY.ref] });
    expect([gates(ready), gates(begin)]).toEqual([['start'], []]);
    const map = { [READY.id]: 'todo' } as const;
    expect([gates(ready, map), gates(begin, map)]).toEqual([[], ['start']]);
  });

  it('takes creating an issue in In Progress for a start, and in To Do for nothing', () => {
    const create = aTransition({ id: '1', name: 'Create', kind: 'initial', fromRefs: [] });
    expect(gates(create)).toEqual(['start']);
    expect(gates({ ...create, toRef: TO_DO.ref })).toEqual([]);
  });

  it('finds no gate where the target is no status of the workflow', () => {
    expect(gates(aTransition({ id: '16', name: 'Loop', toRef: '' }))).toEqual([]);
  });
});

describe('coverWorkflow', () => {
  const ruled = { ...START, rules: [aRule()] };

  it('calls a start with the rule enforced, and the one beside it missing (D21)', () => {
    const hotfix = aTransition({ id: '12', name: 'Start hotfix' });
    expect(said(coverWorkflow(aWorkflow([ruled, hotfix]), project(), 'offered'))).toEqual([
      'Start work enforced',
      'Start hotfix guarded noRule missing',
    ]);
  });

  it('tells a rule that stands where there is no gate', () => {
    const wrong = { ...BACK, rules: [aRule()] };
    expect(said(coverWorkflow(aWorkflow([START, wrong]), project(), 'offered'))).toEqual([
      'Start work guarded noRule missing',
      'Back enforced ruleNotNeeded',
    ]);
  });

  it('tells of a rule on a finish that nobody asks about from one that stands where nothing ends', () => {
    const done = { ...FINISH, rules: [aRule(['finish'])] };
    expect(said(coverWorkflow(aWorkflow([ruled, done]), project(), 'offered'))).toEqual([
      'Start work enforced',
      'Done enforced gateNotAsked',
    ]);
  });

  it('does not count a rule that is switched off, or that asks about the other gate', () => {
    const off = { ...START, rules: [{ ...aRule(), isDisabled: true }] };
    const other = { ...START, rules: [aRule(['finish'])] };
    expect(said(coverWorkflow(aWorkflow([off]), project(), 'notOffered'))).toEqual([
      'Start work guarded ruleDisabled missing',
    ]);
    expect(said(coverWorkflow(aWorkflow([other]), project(), 'offered'))).toEqual([
      'Start work guarded gateLeftOut missing',
    ]);
  });

  it('says of transitions in a portal that customers would see no reason there (D50)', () => {
    const shown = { ...START, isInPortal: true };
    const both = [{ ...shown, rules: [aRule()] }, shown];
    expect(said(coverWorkflow(aWorkflow(both), project(), 'offered'))).toEqual([
      ...['Start work enforced portal', 'Start work guarded noRule portal missing'],
    ]);
    const gated = project({ portal: 'gate' });
    expect(said(coverWorkflow(aWorkflow([shown]), gated, 'offered'))).toEqual([
      'Start work guarded noRule missing',
    ]);
  });

  it('asks for the rule on finishing transitions only where the finish gate is on', () => {
    const workflow = aWorkflow([ruled, FINISH]);
    expect(said(coverWorkflow(workflow, project(), 'offered'))).toEqual(['Start work enforced']);
    const both = project({ gates: ['start', 'finish'] });
    expect(said(coverWorkflow(workflow, both, 'offered'))).toEqual([
      'Start work enforced',
      'Done guarded noRule missing',
    ]);
  });

  it('leaves it to the guard where the workflow cannot be changed, or takes no rule (D20)', () => {
    const readOnly = aWorkflow([START], { isEditable: false });
    expect(said(coverWorkflow(readOnly, project(), 'offered'))).toEqual([
      'Start work guarded noRule readOnly',
    ]);
    expect(said(coverWorkflow(aWorkflow([START]), project(), 'notOffered'))).toEqual([
      'Start work guarded noRule notOffered',
    ]);
  });

  it('leaves it to the guard where issues are created in In Progress (D24)', () => {
    const create = aTransition({ id: '1', name: 'Create', kind: 'initial', fromRefs: [] });
    expect(said(coverWorkflow(aWorkflow([create]), project(), 'offered'))).toEqual([
      'Create guarded initial',
    ]);
  });

  it('is only advice where the guard hears nothing either', () => {
    const deaf = project({ isHeard: false });
    expect(said(coverWorkflow(aWorkflow([START]), deaf, 'offered'))).toEqual([
      'Start work advisory noRule notHeard missing',
    ]);
    expect(said(coverWorkflow(aWorkflow([ruled]), deaf, 'offered'))).toEqual([
      'Start work enforced',
    ]);
  });
});

describe('weakestOf', () => {
  it('is the weakest of several, and enforced of none', () => {
    expect(weakestOf(['enforced', 'guarded'])).toBe('guarded');
    expect(weakestOf(['guarded', 'advisory', 'enforced'])).toBe('advisory');
    expect(weakestOf(['advisory', 'unknown'])).toBe('unknown');
    expect(weakestOf([])).toBe('enforced');
  });
});
