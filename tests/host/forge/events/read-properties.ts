import type { Jira, ProductEvent } from '../../jira/jira';
import { NotModelledByForge } from '../services/service';
import type { PropertyRead } from './runtime-properties';

/**
 * `event.runtime` for a filter: the entity properties that it reads, as they are now. A property
 * that is not set reads as an empty object, so that its paths are null.
 */
export async function readProperties(
  jira: Jira,
  event: ProductEvent,
  reads: readonly PropertyRead[],
): Promise<Record<string, { properties: Record<string, unknown> }>> {
  const runtime: Record<string, { properties: Record<string, unknown> }> = {};
  for (const { entity, key } of reads) {
    const owner = runtime[entity] ?? { properties: {} };
    owner.properties[key] = (await readOne(jira, pathOf(event, entity), key)) ?? {};
    runtime[entity] = owner;
  }
  return runtime;
}

async function readOne(jira: Jira, owner: string | undefined, key: string): Promise<unknown> {
  if (owner === undefined) return undefined;
  const path = `/rest/api/3/${owner}/properties/${encodeURIComponent(key)}`;
  const { status, body } = await jira.request({ method: 'GET', path, actor: { kind: 'app' } });
  return status === 200 ? (body as { value: unknown }).value : undefined;
}

type Named = { id?: unknown; fields?: { project?: { id?: unknown } } };

function pathOf(event: ProductEvent, entity: string): string | undefined {
  const issue = event.issue as Named | undefined;
  const project = issue?.fields?.project ?? (event.project as Named | undefined);
  if (entity === 'issue') return issue?.id === undefined ? undefined : `issue/${issue.id}`;
  if (entity === 'project') return project?.id === undefined ? undefined : `project/${project.id}`;
  throw new NotModelledByForge(`event.runtime.${entity} in a filter`);
}
