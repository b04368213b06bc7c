import * as v from 'valibot';
import type { Jira } from '../../src/jira/http';
import { rewriteRules } from '../../src/jira/rewrite-rules';
import { JiraError } from '../../src/usecases/ports/jira-error';

const OWN = 'ari:cloud:ecosystem::extension/app/env/static/blocking-order';

const ownRule = (id: string) => ({
  ...{ id, ruleKey: 'forge:expression-validator', unknownOfRule: [1] },
  parameters: { key: OWN, config: '', id, disabled: 'true', tag: '', unknownParameter: 'kept' },
});

/** A workflow with everything that Jira tells of one, and with what it may tell tomorrow. */
const answer = {
  statuses: [
    { id: '1', name: 'To Do', statusReference: 'r1', statusCategory: 'TODO', description: '' },
    {
      ...{ id: '3', name: 'Doing', statusReference: 'r3', statusCategory: 'IN_PROGRESS' },
      ...{ tomorrow: { a: null } },
    },
  ],
  workflows: [
    {
      ...{ id: 'w', description: 'ours', version: { id: 'v1', versionNumber: 7 } },
      ...{ startPointLayout: { x: -1, y: 2.5 }, loopedTransitionContainerLayout: null },
      tomorrow: ['x', { y: 1 }],
      statuses: [
        {
          statusReference: 'r1',
          layout: { x: 0, y: 0 },
          properties: { 'jira.issue.editable': 'no' },
        },
        {
          statusReference: 'r3',
          layout: { x: 9, y: 0 },
          properties: {},
          approvalConfiguration: {},
        },
      ],
      transitions: [
        {
          ...{ id: '1', name: 'Create', type: 'INITIAL', toStatusReference: 'r1', links: [] },
          ...{ validators: [], actions: [{ id: 'a', ruleKey: 'system:fire', parameters: {} }] },
        },
        {
          ...{
            id: '11',
            name: 'Start',
            type: 'DIRECTED',
            toStatusReference: 'r3',
            description: '',
          },
          links: [{ fromStatusReference: 'r1', fromPort: 2, toPort: null }],
          conditions: { operation: 'ALL', conditionGroups: [], conditions: [{ ruleKey: 'c' }] },
          validators: [
            { id: 'p', ruleKey: 'system:check-permission-validator', parameters: { key: 'X' } },
            ownRule('own-1'),
          ],
          ...{ transitionScreen: { ruleKey: 's' }, properties: { a: 'b' }, tomorrow: 1 },
        },
        {
          ...{ id: '12', name: 'Hotfix', type: 'DIRECTED', toStatusReference: 'r3' },
          ...{ links: [{ fromStatusReference: 'r1' }], validators: [], triggers: [{ id: 't' }] },
        },
      ],
    },
  ],
};

/** What Jira tells besides, and takes from nobody. */
const readOnly = { name: 'Ours', isEditable: true, scope: { type: 'GLOBAL' }, taskId: null };

class Workflows {
  readonly written: (typeof answer)[] = [];
  reads = 0;
  /** Versions of somebody who is faster, so often. */
  conflicts = 0;

  readonly jira: Jira = async (call) => {
    if (call.url.value.endsWith('/update')) {
      if (this.conflicts > 0) {
        this.conflicts -= 1;
        throw new JiraError('POST /rest/api/3/workflows/update', 409);
      }
      this.written.push(call.body as typeof answer);
      return v.parse(call.answer, {});
    }
    this.reads += 1;
    const [workflow] = answer.workflows;
    const statuses = answer.statuses.map((one) => ({ ...one, scope: { type: 'GLOBAL' } }));
    const places = workflow?.statuses.map((one) => ({ ...one, deprecated: false }));
    const workflows = [{ ...workflow, ...readOnly, statuses: places }];
    return v.parse(call.answer, { statuses, workflows });
  };
}

const text = JSON.stringify;

describe('rewriteRules', () => {
  it('sends everything back byte by byte but validators of the transitions chosen', async () => {
    const site = new Workflows();
    const attach = { kind: 'attach', transitionId: '12', gates: ['start'] } as const;
    const rewritten = await rewriteRules(site.jira, 'w', () => [attach], OWN);
    expect(rewritten).toEqual({ kind: 'done', changes: [attach] });
    const expected = structuredClone(answer);
    const validators: unknown[] = expected.workflows[0]?.transitions[2]?.validators ?? [];
    validators.push({
      ruleKey: 'forge:expression-validator',
      parameters: { key: OWN, config: '{"gates":["start"]}', disabled: 'false', tag: '' },
    });
    expect(text(site.written[0])).toBe(text(expected));
  });

  it('takes its own rule off and leaves the one beside it', async () => {
    const site = new Workflows();
    const detach = { kind: 'detach', transitionId: '11', ruleId: 'own-1' } as const;
    await rewriteRules(site.jira, 'w', () => [detach], OWN);
    const expected = structuredClone(answer);
    expected.workflows[0]?.transitions[1]?.validators.pop();
    expect(text(site.written[0])).toBe(text(expected));
  });

  it('switches a rule on, with what it asks about, and keeps the rest of it', async () => {
    const site = new Workflows();
    await rewriteRules(
      site.jira,
      'w',
      ({ transitions }) => {
        expect(transitions[1]?.rules).toEqual([
          { id: 'own-1', isDisabled: true, gates: ['start', 'finish'] },
        ]);
        const gates = ['finish'] as const;
        return [{ kind: 'configure', transitionId: '11', ruleId: 'own-1', gates }];
      },
      OWN,
    );
    expect(site.written[0]?.workflows[0]?.transitions[1]?.validators[1]).toEqual({
      ...ownRule('own-1'),
      parameters: {
        ...ownRule('own-1').parameters,
        ...{ config: '{"gates":["finish"]}', disabled: 'false' },
      },
    });
  });

  it('writes nothing where nothing is to be done', async () => {
    const site = new Workflows();
    await rewriteRules(site.jira, 'w', () => [], OWN);
    expect([site.reads, site.written]).toEqual([1, []]);
  });

  it('reads and asks once more when somebody else was faster, and then gives up', async () => {
    const attach = { kind: 'attach', transitionId: '12', gates: ['start'] } as const;
    const once = new Workflows();
    once.conflicts = 1;
    const rewritten = await rewriteRules(once.jira, 'w', () => [attach], OWN);
    expect([rewritten.kind, once.reads, once.written.length]).toEqual(['done', 2, 1]);
    const twice = new Workflows();
    twice.conflicts = 2;
    expect(await rewriteRules(twice.jira, 'w', () => [attach], OWN)).toEqual({ kind: 'conflict' });
    expect(twice.written).toEqual([]);
  });

  it('says that a workflow is gone, and does not touch the rule of another app', async () => {
    const site = new Workflows();
    expect(await rewriteRules(site.jira, 'other', () => [], OWN)).toEqual({ kind: 'gone' });
    await rewriteRules(
      site.jira,
      'w',
      ({ transitions }) => {
        expect(transitions.flatMap(({ rules }) => rules)).toEqual([]);
        return [];
      },
      'ari:cloud:ecosystem::extension/other/env/static/blocking-order',
    );
  });
});
