import * as v from 'valibot';
import { appModuleAri, type Jira, route } from './http';
import { inChunks } from './in-chunks';

/** Jira docs, "Get bulk permissions": at most 1,000 projects and 1,000 issues in one call. */
const PER_CALL = 1000;

const Granted = v.object({
  globalPermissions: v.optional(v.array(v.string()), []),
  projectPermissions: v.optional(
    v.array(
      v.object({
        issues: v.optional(v.array(v.number()), []),
        projects: v.optional(v.array(v.number()), []),
      }),
    ),
    [],
  ),
});

function check(jira: Jira, body: object) {
  return jira({
    method: 'POST',
    url: route`/rest/api/3/permissions/check`,
    endpoint: '/rest/api/3/permissions/check',
    body,
    answer: Granted,
    send: 'again',
  });
}

/** Of these projects, those in which the speaker has the permission. One read. */
export async function allowedProjects(
  jira: Jira,
  permission: string,
  projectIds: readonly string[],
): Promise<readonly string[]> {
  const pages = await inChunks(projectIds, PER_CALL, (chunk) =>
    check(jira, {
      projectPermissions: [{ permissions: [permission], projects: chunk.map(Number) }],
    }),
  );
  return pages.flatMap((page) => page.projectPermissions.flatMap((p) => p.projects.map(String)));
}

/** Of these issues, those for which the speaker has the permission. One read. */
export async function allowedIssues(
  jira: Jira,
  permission: string,
  issueIds: readonly string[],
): Promise<readonly string[]> {
  const pages = await inChunks(issueIds, PER_CALL, (chunk) =>
    check(jira, { projectPermissions: [{ permissions: [permission], issues: chunk.map(Number) }] }),
  );
  return pages.flatMap((page) => page.projectPermissions.flatMap((p) => p.issues.map(String)));
}

/** Of these issues, those that this person may browse; Jira tells it about others to apps only. */
export async function browsableBy(
  jira: Jira,
  accountId: string,
  issueIds: readonly string[],
): Promise<readonly string[]> {
  const pages = await inChunks(issueIds, PER_CALL, (chunk) =>
    check(jira, {
      accountId,
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: chunk.map(Number) }],
    }),
  );
  return pages.flatMap((page) => page.projectPermissions.flatMap((p) => p.issues.map(String)));
}

/** Holds Jira's global permission *Administer Jira*. One read. */
export async function isJiraAdmin(jira: Jira): Promise<boolean> {
  const { globalPermissions } = await check(jira, { globalPermissions: ['ADMINISTER'] });
  return globalPermissions.includes('ADMINISTER');
}

/**
 * Holds the app's own permission *Administer TAM*, or administers Jira and could grant it. One
 * read.
 */
export async function mayAdministerTam(jira: Jira): Promise<boolean> {
  const wanted = ['ADMINISTER', appModuleAri('administer-tam')];
  const { globalPermissions } = await check(jira, { globalPermissions: wanted });
  return wanted.some((permission) => globalPermissions.includes(permission));
}
