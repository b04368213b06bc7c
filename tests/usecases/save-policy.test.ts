import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { savePolicy } from '../../src/usecases/settings/save-policy';
import { acmeWorld } from '../builders/acme-world';
import { incident } from '../builders/incident';
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
      value: {
        key: 'gold',
        name: 'Gold',
        version: 1,
        text: text(),
        effectiveFrom: Date.parse('2026-01-01'),
        savedAt: w.now,
        appliesToOpen: false,
      },
    });
    expect(w.policies.get('gold')).toHaveLength(1);
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

  it.each([
    ['pause', 'pause: belongs under clocks.response or clocks.resolution'],
    ['reopenGrace', 'reopenGrace: belongs under clocks.resolution'],
  ])('says where %s belongs', async (name, told) => {
    const answer = await savePolicy(new SlaWorld().env, text({ [name]: [] }));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'invalid', text: told } });
  });

  const askedBy = (...jqls: string[]) => {
    const { clocks } = goldPolicy();
    const goals = jqls.map((jql) => ({ when: { jql }, target: '5m', calendar: 'office' }));
    const response = { goals: [...goals, ...(clocks.response?.goals ?? [])] };
    return text({ clocks: { ...clocks, response: { ...clocks.response, ...response } } });
  };

  it('saves goals by JQL, and asks Jira about all of them at once', async () => {
    const w = new SlaWorld();
    const answer = await savePolicy(w.env, askedBy('labels = vip', 'component = Billing'));
    expect(answer).toMatchObject({ ok: true, value: { version: 1 } });
    expect(w.calls).toEqual(['app checkJqls']);
  });

  it('names the goal of which Jira does not know the field', async () => {
    const w = new SlaWorld();
    expect(await savePolicy(w.env, askedBy('labels = vip', 'nosuch = 1'))).toMatchObject({
      problem: { code: 'invalid', text: expect.stringMatching(/^clocks\.response\.goals\[1\]/) },
    });
  });

  it('names the condition of which Jira does not know the field', async () => {
    const w = new SlaWorld();
    const { clocks } = goldPolicy();
    const pause = [{ field: { name: 'nosuch', is: 'set' as const }, reason: 'vendor' as const }];
    const resolution = { ...clocks.resolution, goals: clocks.resolution?.goals ?? [], pause };
    const answer = await savePolicy(w.env, text({ clocks: { ...clocks, resolution } }));
    expect(answer).toMatchObject({
      problem: { text: expect.stringMatching(/^clocks\.resolution\.pause\[0\]\.field: Field/) },
    });
  });

  const stoppedBy = (...status: string[]) => {
    const { clocks } = goldPolicy();
    const resolution = { ...clocks.resolution, goals: clocks.resolution?.goals ?? [] };
    return text({ clocks: { ...clocks, resolution: { ...resolution, stop: [{ status }] } } });
  };

  it('refuses a clock of which Jira knows no status that stops it', async () => {
    const w = new SlaWorld();
    expect(await savePolicy(w.env, stoppedBy('nosuch', 'nosuch either'))).toMatchObject({
      problem: {
        text: 'clocks.resolution.stop: no status nosuch, nosuch either exists, so nothing ever stops it',
      },
    });
    expect(w.calls).toEqual(['app checkJqls']);
  });

  it('takes a status that is gone, beside one that is there', async () => {
    const answer = await savePolicy(new SlaWorld().env, stoppedBy('nosuch', 'Fixed'));
    expect(answer).toMatchObject({ ok: true });
  });

  it.each([
    ['updated > 2026-01-01', 'the past of "updated" is not known; a goal may ask priority,'],
    ['assignee = currentUser()', 'currentUser() is not answered for past moments;'],
    ['labels = vip and', 'cannot be read as JQL: expected a field, found the end'],
  ])('refuses a goal by %s, before Jira is asked', async (jql, told) => {
    const w = new SlaWorld();
    const answer = await savePolicy(w.env, askedBy(jql));
    expect(answer).toMatchObject({
      problem: { text: expect.stringContaining(`clocks.response.goals[0].when.jql: ${told}`) },
    });
    expect(w.calls).toEqual([]);
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

  it('gives a changed text the next number, and keeps the version before', async () => {
    const w = new SlaWorld();
    await savePolicy(w.env, text());
    const answer = await savePolicy(w.env, text({ name: 'Golden' }));
    expect(answer).toMatchObject({ ok: true, value: { version: 2, name: 'Golden' } });
    const [first, second] = w.policies.get('gold') ?? [];
    expect(first?.text).toBe(text());
    expect(JSON.parse(second?.text ?? '')).toMatchObject({ version: 2, name: 'Golden' });
    expect(w.audited).toEqual(['tam savePolicy', 'tam savePolicy']);
  });

  it('changes nothing when the rules are the same, whatever their layout and number', async () => {
    const w = new SlaWorld();
    await savePolicy(w.env, text({ version: 3 }));
    const laidOut = JSON.stringify(goldPolicy(), null, 2);
    expect(await savePolicy(w.env, laidOut)).toMatchObject({ ok: true, value: { version: 3 } });
    expect(w.policies.get('gold')).toHaveLength(1);
  });

  it('lets a later version judge from when it was saved, or later if it says so', async () => {
    const w = new SlaWorld();
    await savePolicy(w.env, text());
    const at = async (effectiveFrom: string) => {
      const answer = await savePolicy(w.env, text({ effectiveFrom }));
      return answer.ok ? answer.value.effectiveFrom : null;
    };
    expect(await at('2026-02-01')).toBe(w.now);
    expect(await at('2026-12-01')).toBe(Date.parse('2026-12-01'));
  });

  it('looks again at the open cycles of a version that applies to them', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    await refreshIssue(w.env, '10001');
    await savePolicy(w.env, text({ name: 'Golden' }));
    expect(w.jobs).toEqual([]);
    expect(await savePolicy(w.env, text({ name: 'Golden' }), 'apply')).toMatchObject({
      value: { version: 3, appliesToOpen: true },
    });
    expect(w.pending('refresh')).toEqual(['10001']);
  });

  it('refuses when somebody else has saved the same number meanwhile', async () => {
    const w = new SlaWorld();
    const { env } = w;
    const settings = { ...env.settings, addPolicyVersion: async () => false };
    const answer = await savePolicy({ ...env, settings }, text());
    expect(answer).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  });
});
