import type { Jira } from '../../jira/jira';
import type { SurfaceModule } from '../manifest/app-manifest';
import { SITE } from '../site';
import { FrameRefused, type FrameRequest } from './frame';
import type { GadgetConfigs } from './gadget-configs';
import { readAs } from './read-as';
import { rulePlace } from './rule-place';

type Project = { id: string; key: string; projectTypeKey: string };
type Issue = {
  id: string;
  key: string;
  fields: { issuetype: { id: string; name: string }; project: Project };
};

/**
 * `context.extension` of a module: what it stands on, as the person may see it. Field names as
 * each module's page in Forge's manifest reference lists them.
 */
export async function extensionOf(
  jira: Jira,
  gadgets: GadgetConfigs,
  surface: SurfaceModule,
  request: FrameRequest,
  accountId: string,
): Promise<Record<string, unknown>> {
  const place = await placeOf(jira, gadgets, surface, request, accountId);
  const modal = request.modal === undefined ? {} : { modal: request.modal };
  return { type: surface.type, ...place, ...modal };
}

function placeOf(
  jira: Jira,
  gadgets: GadgetConfigs,
  surface: SurfaceModule,
  request: FrameRequest,
  accountId: string,
): Promise<Record<string, unknown>> | Record<string, unknown> {
  switch (surface.type) {
    case 'jira:issuePanel':
    case 'jira:issueContext':
      return issuePlace(jira, accountId, needed(request.issueKey, 'issueKey'));
    case 'jira:projectPage':
      return projectPlace(jira, accountId, needed(request.projectKey, 'projectKey'), surface.key);
    case 'jira:dashboardGadget':
      return gadgetPlace(jira, gadgets, accountId, request);
    case 'jira:adminPage':
      return adminPlace(jira, accountId, surface.key);
    case 'jira:workflowValidator':
      return rulePlace(jira, accountId, request);
    default:
      return { location: `${SITE.siteUrl}/apps/${surface.key}` };
  }
}

async function issuePlace(
  jira: Jira,
  accountId: string,
  key: string,
): Promise<Record<string, unknown>> {
  const path = `issue/${encodeURIComponent(key)}?fields=issuetype,project`;
  const issue = await readAs<Issue>(jira, accountId, path);
  const { issuetype, project } = issue.fields;
  return {
    issue: { id: issue.id, key: issue.key, type: issuetype.name, typeId: issuetype.id },
    project: projectFacts(project),
    location: `${SITE.siteUrl}/browse/${issue.key}`,
  };
}

async function projectPlace(
  jira: Jira,
  accountId: string,
  key: string,
  moduleKey: string,
): Promise<Record<string, unknown>> {
  const project = await readAs<Project>(jira, accountId, `project/${encodeURIComponent(key)}`);
  return {
    project: projectFacts(project),
    location: `${SITE.siteUrl}/project/${project.key}/${moduleKey}`,
  };
}

function projectFacts({ id, key, projectTypeKey }: Project): Record<string, unknown> {
  return { id, key, type: projectTypeKey };
}

async function gadgetPlace(
  jira: Jira,
  gadgets: GadgetConfigs,
  accountId: string,
  request: FrameRequest,
): Promise<Record<string, unknown>> {
  const dashboardId = needed(request.dashboardId, 'dashboardId');
  const gadgetId = needed(request.gadgetId, 'gadgetId');
  await readAs(jira, accountId, `dashboard/${encodeURIComponent(dashboardId)}`);
  return {
    dashboard: { id: dashboardId },
    gadget: { id: gadgetId },
    gadgetConfiguration: gadgets.read(dashboardId, gadgetId) ?? {},
    entryPoint: request.entryPoint ?? 'view',
    location: `${SITE.siteUrl}/dashboard/${dashboardId}`,
  };
}

type Permissions = { permissions: { ADMINISTER: { havePermission: boolean } } };

async function adminPlace(
  jira: Jira,
  accountId: string,
  key: string,
): Promise<Record<string, unknown>> {
  const path = 'mypermissions?permissions=ADMINISTER';
  const { permissions } = await readAs<Permissions>(jira, accountId, path);
  if (!permissions.ADMINISTER.havePermission)
    throw new FrameRefused('only for Jira administrators');
  return { location: `${SITE.siteUrl}/admin/${key}` };
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`this module's frame needs ${name}`);
  return value;
}
