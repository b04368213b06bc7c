import { type Instant, instant } from '../../src/core/time';
import type {
  ClaimedWarning,
  Notice,
  PlannedWarning,
  WarningStorePort,
} from '../../src/usecases/ports/warning-ports';
import type { MemorySlaStore } from './memory-sla-store';

type Kept = Omit<PlannedWarning, 'state' | 'dueAt'> & {
  state: 'waiting' | 'missed' | 'claimed' | 'done' | 'dropped';
  dueAt: Instant | null;
};

/** Warnings and notices in memory, as their port says they behave. */
export class MemoryWarningStore implements WarningStorePort {
  readonly warnings = new Map<string, Kept>();
  readonly notices = new Map<string, Notice>();

  constructor(readonly sla: MemorySlaStore) {}

  planWarnings: WarningStorePort['planWarnings'] = async (planned) => {
    for (const warning of planned) {
      const known = this.warnings.get(warning.id);
      if (known === undefined) this.warnings.set(warning.id, { ...warning });
      else if (known.state === 'waiting') known.dueAt = warning.dueAt;
    }
  };

  claimWarnings: WarningStorePort['claimWarnings'] = async (_claim, now, max) => {
    const due = [...this.warnings.values()]
      .filter(({ state, dueAt }) => state === 'waiting' && dueAt !== null && dueAt <= now)
      .slice(0, max);
    for (const warning of due) warning.state = 'claimed';
    return due.map(({ state, dueAt, ...warning }): ClaimedWarning => {
      const row = [...this.sla.rows.values()].find(
        (each) =>
          each.issueId === warning.issueId &&
          each.clientProjectId === warning.clientProjectId &&
          each.clock === warning.clock &&
          each.cycle === warning.cycle,
      );
      const cycleNow = row === undefined ? null : { ...row, isStopped: row.stoppedAt !== null };
      return { ...warning, cycleNow };
    });
  };

  settleWarnings: WarningStorePort['settleWarnings'] = async (ids, state) => {
    for (const id of ids) Object.assign(this.warnings.get(id) ?? {}, { state });
  };

  postponeWarnings: WarningStorePort['postponeWarnings'] = async (ids, dueAt) => {
    for (const id of ids) Object.assign(this.warnings.get(id) ?? {}, { state: 'waiting', dueAt });
  };

  addNotices: WarningStorePort['addNotices'] = async (notices) => {
    for (const notice of notices) this.notices.set(notice.id, notice);
  };

  listNotices: WarningStorePort['listNotices'] = async (sentSince) =>
    [...this.notices.values()].filter(({ state, at }) => state === 'held' || at > sentSince);

  takeNotices: WarningStorePort['takeNotices'] = async (ids, mail, at) => {
    const held = ids.flatMap((id) => this.notices.get(id) ?? []).filter((n) => n.state === 'held');
    for (const notice of held) this.notices.set(notice.id, { ...notice, state: 'sent', mail, at });
    return held.length;
  };

  giveBackNotices: WarningStorePort['giveBackNotices'] = async (mail) => {
    for (const notice of this.notices.values()) {
      if (notice.mail === mail) {
        this.notices.set(notice.id, { ...notice, state: 'held', mail: null });
      }
    }
  };

  tidyWarnings: WarningStorePort['tidyWarnings'] = async (before) => {
    for (const { id, state, at } of this.notices.values()) {
      if (state === 'sent' && at < instant(before)) this.notices.delete(id);
    }
  };
}
