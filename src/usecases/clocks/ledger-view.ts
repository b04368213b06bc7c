import type { LabelView } from '../../contract/ledger';
import type { LedgerLabel } from '../../core/sla/verdict/ledger';
import type { Env } from '../env';

/**
 * What a department is called on the screen. A history names a project as it can: by its
 * key, and by the name of that time where nothing tells the key.
 */
export async function departmentNames(env: Env): Promise<(department: string) => string> {
  const departments = await env.settings.listDepartments();
  const names = new Map(departments.map(({ projectKey, name }) => [projectKey, name]));
  return (department) => names.get(department) ?? department;
}

/** A label for the screen. `nameOf` as `departmentNames` answers it. */
export function labelView(label: LedgerLabel, nameOf: (department: string) => string): LabelView {
  switch (label.kind) {
    case 'running':
    case 'queue':
      return { kind: label.kind, name: nameOf(label.department) };
    case 'blocked':
      return { kind: 'blocked', name: nameOf(label.by) };
    case 'paused':
      return { kind: 'paused', reason: label.reason };
    default:
      return { kind: label.kind };
  }
}
