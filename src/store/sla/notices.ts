import * as v from 'valibot';
import type { Notice, WarningStorePort } from '../../usecases/ports/warning-ports';
import { placeholders, rowPlaceholders } from '../placeholders';
import { type Sql, wholeNumber } from '../sql';
import { storedInstant } from './sla-row';

const noticeRow = v.pipe(
  v.object({
    id: v.string(),
    account_id: v.string(),
    issue_id: v.string(),
    line: v.string(),
    state: v.picklist(['held', 'sending', 'sent']),
    mail: v.nullable(v.string()),
    at: storedInstant,
    tries: wholeNumber,
  }),
  v.transform(
    ({ account_id, issue_id, ...row }): Notice => ({
      ...row,
      accountId: account_id,
      issueId: issue_id,
    }),
  ),
);

type NoticeStore = Pick<
  WarningStorePort,
  'addNotices' | 'listNotices' | 'takeNotices' | 'settleNotices' | 'giveBackNotices'
>;

/**
 * Notices in Forge SQL: what people are to be told, and which mail takes it; none cost no
 * statement.
 */
export function noticeStore(sql: Sql): NoticeStore {
  return {
    addNotices: async (notices) => {
      if (notices.length === 0) return;
      await sql.change(
        `INSERT IGNORE INTO sla_notice (id, account_id, issue_id, line, state, mail, at, tries)
         VALUES ${rowPlaceholders(notices.length, 8)}`,
        notices.flatMap(({ id, accountId, issueId, line, state, mail, at, tries }) => [
          ...[id, accountId, issueId, line, state, mail, at, tries],
        ]),
      );
    },
    listNotices: (sentSince) =>
      sql.rows(
        noticeRow,
        `SELECT id, account_id, issue_id, line, state, mail, at, tries FROM sla_notice
         WHERE state IN ('held', 'sending') OR (state = 'sent' AND at > ?) ORDER BY at, id`,
        [sentSince],
      ),
    takeNotices: async (ids, mail, now, staleBefore) =>
      ids.length === 0
        ? 0
        : sql.change(
            `UPDATE sla_notice SET state = 'sending', mail = ?, at = ?, tries = tries + 1
             WHERE id IN (${placeholders(ids.length)})
               AND (state = 'held' OR (state = 'sending' AND at < ?))`,
            [mail, now, ...ids, staleBefore],
          ),
    settleNotices: async (mail, state) => {
      await sql.change(`UPDATE sla_notice SET state = ? WHERE state = 'sending' AND mail = ?`, [
        state,
        mail,
      ]);
    },
    giveBackNotices: async (mail) => {
      await sql.change(
        `UPDATE sla_notice SET state = 'held', tries = tries - 1
         WHERE state = 'sending' AND mail = ?`,
        [mail],
      );
    },
  };
}
