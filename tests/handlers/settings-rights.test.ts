import { handler } from '../../src/handlers/resolvers/tam-settings';

const asked: string[] = [];

/** The one seam of Forge's SDK: whatever the resolver asks of the platform comes through here. */
const forge = globalThis as { __forge_fetch__?: unknown; __forge_runtime__?: unknown };

beforeEach(() => {
  asked.length = 0;
  const timing = () => ({ measure: () => ({ stop: () => undefined }) });
  forge.__forge_runtime__ = { metrics: { counter: () => ({ incr: () => undefined }), timing } };
  forge.__forge_fetch__ = async (_meta: unknown, path: string) => {
    asked.push(path);
    return Response.json({ globalPermissions: [], projectPermissions: [] });
  };
});

/**
 * Jira shows the page to administrators only, but its resolver answers whoever calls it ("Forge
 * display conditions are not security"), so it is called here past the page.
 */
const call = (functionKey: string, payload: unknown) =>
  handler(
    { call: { functionKey, payload }, context: { locale: 'en-US', extension: {} } },
    { installContext: 'ari:cloud:jira::site/1', principal: { accountId: 'not-an-admin' } },
  );

const uuid = '6b1f5a52-0d3c-4c57-9a40-6f1d2c8e7b35';

describe('the settings of somebody who does not administer Jira', () => {
  it.each([
    ['load', {}],
    ['saveDepartment', { projectId: '10000', name: 'Mine', leadAccountId: null }],
    ['removeDepartment', { projectId: '10000' }],
    ['searchPeople', { text: 'a' }],
    ['saveBlockLinkType', { linkTypeId: '10000' }],
    ['saveLanguage', { language: 'ru' }],
    ['savePolicy', { text: '{}' }],
    ['startBackfill', { clientProjectId: uuid }],
    ['cancelBackfill', { backfillId: uuid }],
    ['backfills', {}],
    ['startSimulation', { clientProjectId: uuid, months: 1, text: '{}' }],
    ['cancelSimulation', { simulationId: uuid }],
    ['resumeSimulation', { simulationId: uuid }],
    ['deleteSimulation', { simulationId: uuid }],
    ['simulations', {}],
    ['loadOrder', {}],
    ['listOrderStatuses', { projectKey: 'NET' }],
    ['saveOrder', { site: {}, switchOn: [] }],
    ['listIllegalWork', { site: {} }],
    ['startDryRun', { site: {}, days: 90 }],
    ['cancelDryRun', { dryRunId: uuid }],
    ['resumeDryRun', { dryRunId: uuid }],
    ['deleteDryRun', { dryRunId: uuid }],
    ['dryRuns', {}],
    ['holidayPlaces', {}],
    ['coverage', { from: 0 }],
    ['planRules', { workflowIds: ['w-1'] }],
    [
      'attachRule',
      { workflowId: 'w-1', transitions: [{ id: '11', gates: ['start'] }], confirmation: 'c' },
    ],
    ['detachRule', { workflowId: 'w-1', transitionIds: null }],
    ['ruledWorkflows', { from: 0 }],
    ['previewHolidays', { source: 'country', place: 'DE', from: 2026, to: 2026 }],
  ])(
    '%s: refused after one question about his rights, nothing else is touched',
    async (key, payload) => {
      expect(await call(key, payload)).toEqual({
        ok: false,
        problem: { code: 'notAllowed', text: 'Only Jira administrators change these settings.' },
      });
      expect(asked).toEqual(['/rest/api/3/permissions/check']);
    },
  );
});
