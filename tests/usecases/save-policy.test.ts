import { savePolicy } from '../../src/usecases/save-policy';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

const text = (changes: Parameters<typeof goldPolicy>[0] = {}) =>
  JSON.stringify(goldPolicy(changes));

describe('savePolicy', () => {
  it('saves a valid policy', async () => {
    const w = new SlaWorld();
    const answer = await savePolicy(w.env, text());
    expect(answer).toEqual({
      ok: true,
      value: { key: 'gold', name: 'Gold', version: 1, text: text() },
    });
    expect(w.policies.get('gold')?.version).toBe(1);
  });

  it('names every problem of the shape, with its place', async () => {
    const w = new SlaWorld();
    const broken = {
      ...goldPolicy(),
      name: '',
      effectivefrom: '2026-01-01',
      clocks: { response: {} },
    };
    const answer = await savePolicy(w.env, JSON.stringify(broken));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    if (answer.ok) return;
    expect(answer.problem.text.split('\n')).toEqual([
      expect.stringMatching(/^name: /),
      'clocks.response.goals: missing',
      'effectivefrom: no such setting',
    ]);
  });

  it('names what does not fit together', async () => {
    const w = new SlaWorld();
    const answer = await savePolicy(w.env, text({ calendars: [] }));
    expect(answer).toMatchObject({
      problem: { code: 'invalid', text: expect.stringMatching(/office/) },
    });
    expect(w.policies.size).toBe(0);
  });

  it('repeats what Jira says of the JQL', async () => {
    const w = new SlaWorld();
    w.jqlProblems = ["Field 'typ' does not exist."];
    expect(await savePolicy(w.env, text())).toMatchObject({
      problem: { text: "select: Field 'typ' does not exist." },
    });
  });

  it('says that a text is no JSON', async () => {
    const answer = await savePolicy(new SlaWorld().env, '{"key": ');
    expect(answer).toMatchObject({ problem: { text: expect.stringMatching(/^not JSON: /) } });
  });

  it('never changes a version that is saved', async () => {
    const w = new SlaWorld();
    await savePolicy(w.env, text());
    expect(await savePolicy(w.env, text({ name: 'Golden' }))).toMatchObject({
      problem: { text: 'version: 1 is saved already, so give this one 2' },
    });
    expect(await savePolicy(w.env, text())).toMatchObject({ ok: true });
    expect(w.audited).toEqual(['tam savePolicy']);
    expect(await savePolicy(w.env, text({ name: 'Golden', version: 2 }))).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
  });
});
