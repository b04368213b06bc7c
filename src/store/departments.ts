import { kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import type { Department } from '../core/project/client-project';
import type { SettingsPort } from '../usecases/ports/settings-port';

const Stored = v.object({
  projectId: v.string(),
  projectKey: v.string(),
  name: v.string(),
  leadAccountId: v.nullable(v.string()),
  isOpen: v.boolean(),
});

const PREFIX = 'department:';
const keyOf = (projectId: string) => `${PREFIX}${projectId}`;
/** Forge docs, "Querying the Key-Value Store": at most 100 entries a page. */
const PER_PAGE = 100;

type DepartmentPort = Pick<SettingsPort, 'listDepartments' | 'saveDepartment' | 'removeDepartment'>;

/**
 * Departments in Forge KVS, each under a key of its own, so that two administrators who change
 * two departments at once both win. Queries of KVS lag behind writes (Forge docs, "Key-Value
 * Store"), so what this invocation has written itself is laid over what its queries answer.
 */
export function departmentStore(): DepartmentPort {
  const written = new Map<string, Department | null>();
  return {
    listDepartments: async () => {
      const departments = new Map((await readAll()).map((found) => [found.projectId, found]));
      for (const [projectId, department] of written) {
        if (department === null) departments.delete(projectId);
        else departments.set(projectId, department);
      }
      return [...departments.values()].sort((a, b) => a.name.localeCompare(b.name));
    },
    saveDepartment: async (department) => {
      await kvs.set(keyOf(department.projectId), department);
      written.set(department.projectId, department);
    },
    removeDepartment: async (projectId) => {
      const wasThere = (await kvs.get(keyOf(projectId))) !== undefined;
      if (wasThere) await kvs.delete(keyOf(projectId));
      written.set(projectId, null);
      return wasThere;
    },
  };
}

async function readAll(): Promise<readonly Department[]> {
  const found: Department[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(PER_PAGE);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    for (const { value } of page.results) found.push(v.parse(Stored, value));
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}
