import { workflowSite } from './workflow-site';

describe('workflow/rule/config', () => {
  const config = '/rest/api/3/workflow/rule/config';

  it("lists the app's own rules to the app, and to nobody else", async () => {
    const { admin, asApp } = workflowSite();
    expect((await admin('GET', `${config}?types=validator`)).status).toBe(403);
    const { body } = await asApp('GET', `${config}?types=validator&expand=transition`);
    const rule = {
      key: 'blocking-order',
      configuration: { value: '', disabled: false },
      transition: { id: 11, name: 'Start work' },
    };
    expect(body).toMatchObject({
      total: 3,
      values: [
        { workflowId: { name: 'Department workflow' }, validators: [rule] },
        { workflowId: { name: 'Incident workflow' }, validators: [rule] },
        { workflowId: { name: 'Development workflow' }, validators: [rule] },
      ],
    });
  });

  it('lets the app disable a rule, which is not asked any more', async () => {
    const { asApp, tam, jira } = workflowSite();
    jira.judgeTransitionsWith(async () => ({ result: false, errorMessage: 'Waits.' }));
    const start = () =>
      tam('POST', '/rest/api/3/issue/VIRT-1/transitions', { transition: { id: '11' } });
    expect((await start()).status).toBe(400);
    const { body } = await asApp('GET', `${config}?types=validator`);
    const { values } = body as {
      values: { workflowId: { name: string }; validators: { id: string; key: string }[] }[];
    };
    const workflows = values.map(({ workflowId: { name }, validators }) => ({
      workflowId: { name },
      validators: validators.map(({ id, key }) => ({
        ...{ id, key, configuration: { value: '', disabled: true } },
      })),
    }));
    const answer = await asApp('PUT', config, { workflows });
    expect(answer.body).toMatchObject({
      updateResults: [{ ruleUpdateErrors: {}, updateErrors: [] }, {}, {}],
    });
    expect((await start()).status).toBe(204);
  });
});
