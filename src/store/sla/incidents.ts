import * as v from 'valibot';
import type { ClientProject } from '../../core/project/client-project';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { IncidentPort, StoredIssue } from '../../usecases/ports/incident-port';
import { PROJECT_COLUMNS, storedProject } from '../client-projects';
import { STATE_COLUMNS, storedState } from '../order/order-states';
import { type Sql, wholeNumber } from '../sql';
import { CYCLE_COLUMNS, storedCycle } from './sla-row';

/** The tables have columns of the same name. */
const PROJECT = 'project_';
const CYCLE = 'cycle_';
const ORDER = 'order_';

const aliased = (table: string, prefix: string, names: readonly string[]) =>
  names.map((name) => `${table}.${name} AS ${prefix}${name}`).join(', ');

const CYCLE_NAMES = CYCLE_COLUMNS.map(({ name }) => name);

const STATEMENT = `SELECT ${aliased('p', PROJECT, PROJECT_COLUMNS)},
    ${aliased('c', CYCLE, CYCLE_NAMES)},
    ${aliased('o', ORDER, STATE_COLUMNS)},
    (SELECT COUNT(*) FROM sla_act a WHERE a.issue_id = ?) AS acts,
    (SELECT e.client_project_id FROM linked_epic e WHERE e.issue_id = ?) AS epic_of
  FROM (SELECT 1 AS one) always
    LEFT JOIN order_state o ON o.issue_id = ?
    LEFT JOIN client_project p ON TRUE
    LEFT JOIN sla_cycle c ON c.client_project_id = p.id AND c.issue_id = ?
  ORDER BY p.project_key, c.clock, c.cycle_no`;

const joinedRow = v.looseObject({ acts: wholeNumber, epic_of: v.nullable(v.string()) });

/** Reads what is stored of an issue from Forge SQL. */
export function incidentStore(sql: Sql): IncidentPort {
  return {
    readIssue: async (issueId) => {
      const rows = await sql.rows(joinedRow, STATEMENT, [issueId, issueId, issueId, issueId]);
      return storedIssue(rows);
    },
  };
}

function storedIssue(rows: readonly v.InferOutput<typeof joinedRow>[]): StoredIssue {
  const projects = new Map<string, ClientProject>();
  const cycles: CycleRow[] = [];
  for (const row of rows) {
    const ofProject = without(PROJECT, row);
    // The one row of a site without client projects.
    if (ofProject.id === null) continue;
    const project = v.parse(storedProject, ofProject);
    projects.set(project.id, project);
    const cycle = without(CYCLE, row);
    if (cycle.issue_id !== null) cycles.push(v.parse(storedCycle, cycle));
  }
  const hasActs = rows.some(({ acts }) => acts > 0);
  const [first] = rows;
  const place = first === undefined ? null : without(ORDER, first);
  return {
    ...{ projects: [...projects.values()], cycles, hasActs },
    ofEpic: projects.get(first?.epic_of ?? '') ?? null,
    place: place?.issue_id == null ? null : v.parse(storedState, place),
  };
}

function without(prefix: string, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = Object.entries(row).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}
