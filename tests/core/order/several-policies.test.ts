import { anIssue, idOf, ordered } from '../../builders/issues';
import { ask, orderOf, pair, policyOf, refusalIn, rulesOf } from '../../builders/judged-order';

describe('several policies (D52)', () => {
  const night = policyOf({ key: 'night', name: 'Night work', onUnknown: 'hold' });
  const careful = policyOf({
    key: 'careful',
    name: 'Careful',
    gates: { start: true, finish: true },
  });

  it('name the strictest one that holds', () => {
    const order = orderOf(pair('todo'), rulesOf({}, { policies: [night, careful] }));
    expect(refusalIn(ask(order, 'VIRT-7'))).toMatchObject({
      policyKey: 'careful',
      policyName: 'Careful',
    });
  });

  it('refuse when only one of them does', () => {
    const rules = rulesOf({}, { policies: [night, careful] });
    expect(refusalIn(ask(orderOf(pair('todo'), rules), 'VIRT-7', 'done')).policyKey).toBe(
      'careful',
    );
  });

  it('take the harder answer about a cancelled blocker', () => {
    const wontDo = { id: '7', name: "Won't Do" };
    const issues = ordered(
      [anIssue('NET-12', { category: 'done', resolution: wontDo }), anIssue('VIRT-7')],
      [['NET-12', 'VIRT-7']],
    );
    const lenient = policyOf({
      key: 'a-lenient',
      releasing: { kind: 'allBut', resolutionIds: [] },
    });
    const rules = rulesOf({}, { policies: [lenient, night] });
    expect(refusalIn(ask(orderOf(issues, rules), 'VIRT-7')).blockers).toMatchObject([
      { key: 'NET-12', policyKey: 'night', why: { kind: 'notReleasing', closedAs: wontDo } },
    ]);
  });

  it('see only links inside their client project', () => {
    const scoped = rulesOf({ scope: { kind: 'clientProjects', ids: null } });
    const projects = new Map([
      [idOf('NET-12'), ['acme']],
      [idOf('VIRT-7'), ['acme', 'globex']],
    ]);
    const clientProjectsOf = (id: string) => projects.get(id) ?? [];
    expect(ask(orderOf(pair('todo'), scoped, { clientProjectsOf }), 'VIRT-7').kind).toBe('refused');
    expect(ask(orderOf(pair('todo'), scoped), 'VIRT-7').kind).toBe('allowed');
    const globex = rulesOf({ scope: { kind: 'clientProjects', ids: ['globex'] } });
    expect(ask(orderOf(pair('todo'), globex, { clientProjectsOf }), 'VIRT-7').kind).toBe('allowed');
  });
});
