import * as v from 'valibot';
import { inBatches } from '../../core/in-batches';
import type { CommentSighting } from '../../core/sla/judge/comment-sightings';
import type { SightingPort } from '../../usecases/ports/sighting-port';
import { placeholders, rowPlaceholders } from '../placeholders';
import type { Sql } from '../sql';
import { storedInstant } from './sla-row';

const IDS_A_STATEMENT = 1000;

const sightingRow = v.pipe(
  v.object({
    issue_id: v.string(),
    record: v.string(),
    hidden_at: storedInstant,
    published_at: v.nullable(storedInstant),
  }),
  v.transform(
    (row): CommentSighting => ({
      issueId: row.issue_id,
      record: row.record,
      hiddenAt: row.hidden_at,
      publishedAt: row.published_at,
    }),
  ),
);

/** Sightings of hidden comments in Forge SQL. */
export function sightingStore(sql: Sql): SightingPort {
  return {
    listSightings: async (issueIds) => {
      const found: CommentSighting[] = [];
      for (const ids of inBatches(issueIds, IDS_A_STATEMENT)) {
        const rows = await sql.rows(
          sightingRow,
          `SELECT issue_id, record, hidden_at, published_at FROM sla_comment
           WHERE issue_id IN (${placeholders(ids.length)})`,
          ids,
        );
        found.push(...rows);
      }
      return found;
    },
    saveSightings: async (sightings) => {
      for (const batch of inBatches(sightings, IDS_A_STATEMENT)) {
        await sql.change(
          `INSERT INTO sla_comment (issue_id, record, hidden_at, published_at)
           VALUES ${rowPlaceholders(batch.length, 4)}
           ON DUPLICATE KEY UPDATE hidden_at = LEAST(hidden_at, VALUES(hidden_at)),
             published_at = COALESCE(published_at, VALUES(published_at))`,
          batch.flatMap((each) => [each.issueId, each.record, each.hiddenAt, each.publishedAt]),
        );
      }
    },
  };
}
