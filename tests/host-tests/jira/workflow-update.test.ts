import { workflowId } from '../../host/company/workflows';
import { blockingOrder } from './small-site';
import {
  attach,
  designLead,
  ourRule,
  type Transition,
  updateOf,
  workflowSite,
  workflowsPath,
} from './workflow-site';

describe('POST workflows/update', () => {
  it('attaches a rule, gives it an id, and counts the version on', async () => {
    const { admin, read } = workflowSite();
    const before = await read(workflowId.monitoring);
    const answer = await admin('POST', `${workflowsPath}/update`, updateOf(before, { 11: attach }));
    expect(answer.status).toBe(200);
    const after = await read(workflowId.monitoring);
    expect(after.workflows[0]?.version.versionNumber).toBe(2);
    const id = after.workflows[0]?.transitions.find((one) => one.id === '11')?.validators[0]?.id;
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(after.workflows[0]?.transitions.find((one) => one.id === '11')).toMatchObject({
      validators: [{ parameters: { key: blockingOrder, config: '', id, disabled: 'false' } }],
    });
  });

  it('refuses with 409 whoever read an older version, and changes nothing', async () => {
    const { admin, read } = workflowSite();
    const old = await read(workflowId.monitoring);
    await admin('POST', `${workflowsPath}/update`, updateOf(old, { 11: attach }));
    const late = await admin('POST', `${workflowsPath}/update`, updateOf(old));
    expect(late.status).toBe(409);
    const { workflows } = await read(workflowId.monitoring);
    expect(workflows[0]?.transitions.find(({ id }) => id === '11')?.validators).toHaveLength(1);
  });

  it('forgets what was not sent: a post function left out sets no resolution any more', async () => {
    const { admin, tam, read } = workflowSite();
    const before = await read(workflowId.department);
    const bare = ({ actions: _, ...transition }: Transition) => ({ ...transition, actions: [] });
    await admin('POST', `${workflowsPath}/update`, updateOf(before, { 31: bare }));
    await tam('POST', '/rest/api/3/issue/NET-1/transitions', { transition: { id: '31' } });
    const { body } = await tam('GET', '/rest/api/3/issue/NET-1?fields=status,resolution');
    expect(body).toMatchObject({ fields: { status: { name: 'Done' }, resolution: null } });
  });

  it('keeps the read-only workflow as it is', async () => {
    const { admin, read } = workflowSite();
    const before = await read(workflowId.readOnly);
    expect(before.workflows[0]?.isEditable).toBe(false);
    const answer = await admin('POST', `${workflowsPath}/update`, updateOf(before, { 11: attach }));
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errorMessages: ['The workflow cannot be edited.'] });
  });

  it('lets the lead of a team-managed project change its own workflow, and no other', async () => {
    const { as, read } = workflowSite();
    const lead = as(designLead);
    const own = await read(workflowId.design);
    const shared = await read(workflowId.department);
    expect(
      (await lead('POST', `${workflowsPath}/update`, updateOf(own, { 11: attach }))).status,
    ).toBe(200);
    expect((await lead('POST', `${workflowsPath}/update`, updateOf(shared))).status).toBe(401);
  });

  it('refuses a rule of an app that is not there, but keeps one that stands already', async () => {
    const { admin, read, jira } = workflowSite();
    jira.state.forgeRules.clear();
    const bare = await read(workflowId.monitoring);
    const ruled = await read(workflowId.department);
    const refused = await admin('POST', `${workflowsPath}/update`, updateOf(bare, { 11: attach }));
    expect(refused.body).toMatchObject({
      errorMessages: [`The rule ${blockingOrder} is not available.`],
    });
    expect((await admin('POST', `${workflowsPath}/update`, updateOf(ruled))).status).toBe(200);
  });

  it('refuses a configuration that is no JSON or over 32 KB', async () => {
    const { admin, read } = workflowSite();
    const before = await read(workflowId.monitoring);
    const withConfig = (config: string) => (transition: Transition) => ({
      ...transition,
      validators: [{ ...ourRule, parameters: { key: blockingOrder, config } }],
    });
    const send = (config: string) =>
      admin('POST', `${workflowsPath}/update`, updateOf(before, { 11: withConfig(config) }));
    expect((await send('{oops')).status).toBe(400);
    expect((await send(JSON.stringify('x'.repeat(33_000)))).status).toBe(400);
    expect((await send('{"gate":"start"}')).status).toBe(200);
  });

  it('names a key that the document does not have', async () => {
    const { admin, read } = workflowSite();
    const update = updateOf(await read(workflowId.monitoring));
    const [workflow] = update.workflows;
    const body = { ...update, workflows: [{ ...workflow, isEditable: true }] };
    const answer = await admin('POST', `${workflowsPath}/update`, body);
    expect(answer.status).toBe(501);
    expect(JSON.stringify(answer.body)).toContain('workflows.0.isEditable');
  });
});

describe('POST workflows/update/validation', () => {
  it('lists what is wrong and changes nothing', async () => {
    const { admin, read } = workflowSite();
    const before = await read(workflowId.monitoring);
    const payload = updateOf(before, { 11: (one) => ({ ...one, name: ' ' }) });
    const { status, body } = await admin('POST', `${workflowsPath}/update/validation`, { payload });
    expect(status).toBe(200);
    expect(body).toEqual({
      errors: [
        {
          code: 'NAME_MISSING',
          level: 'ERROR',
          type: 'TRANSITION',
          message: 'The name is missing.',
          elementReference: { transitionId: '11' },
        },
      ],
    });
    expect(await read(workflowId.monitoring)).toEqual(before);
  });
});
