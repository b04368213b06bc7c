import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
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
  tries: number;
};

type NoticeState = Notice['state'] | 'refused' | 'lost';

/** Warnings and notices in memory, as their port says they behave. */
export class MemoryWarningStore implements WarningStorePort {
  readonly warnings = new Map<string, Kept>();
  readonly notices = new Map<string, Omit<Notice, 'state'> & { state: NoticeState }>();

  constructor(readonly sla: MemorySlaStore) {}

  planWarnings: WarningStorePort['planWarnings'] = async (planned) => {
    for (const warning of planned) {
      const known = this.warnings.get(warning.id);
      if (known === undefined) this.warnings.set(warning.id, { ...warning, tries: 0 });
      else if (known.state === 'waiting') known.dueAt = warning.dueAt;
    }
  };

  private due(now: Instant): Kept[] {
    const isOpen = (state: Kept['state']) => state === 'waiting' || state === 'claimed';
    return [...this.warnings.values()].filter(
      ({ state, dueAt }) => isOpen(state) && dueAt !== null && dueAt <= now,
    );
  }

  private cycleOf(warning: Omit<Kept, 'state' | 'dueAt' | 'tries'>): CycleRow | undefined {
    return [...this.sla.rows.values()].find(
      (each) =>
        each.issueId === warning.issueId &&
        each.clientProjectId === warning.clientProjectId &&
        each.clock === warning.clock &&
        each.cycle === warning.cycle,
    );
  }

  findWork: WarningStorePort['findWork'] = async (now) => ({
    toTell:
      this.due(now).some((warning) => this.cycleOf(warning)?.stoppedAt === null) ||
      [...this.notices.values()].some(({ state }) => state === 'held' || state === 'sending'),
    toLookAt: false,
  });

  claimWarnings: WarningStorePort['claimWarnings'] = async (_claim, now, max, until) => {
    const due = this.due(now).slice(0, max);
    for (const warning of due) {
      Object.assign(warning, { state: 'claimed', dueAt: until, tries: warning.tries + 1 });
    }
    return due.map(({ state, dueAt, ...warning }): ClaimedWarning => {
      const row = this.cycleOf(warning);
      const cycleNow = row === undefined ? null : { ...row, isStopped: row.stoppedAt !== null };
      return { ...warning, cycleNow };
    });
  };

  settleWarnings: WarningStorePort['settleWarnings'] = async (ids, state) => {
    for (const id of ids) Object.assign(this.warnings.get(id) ?? {}, { state, tries: 0 });
  };

  postponeWarnings: WarningStorePort['postponeWarnings'] = async (ids, dueAt) => {
    for (const id of ids) {
      Object.assign(this.warnings.get(id) ?? {}, { state: 'waiting', dueAt, tries: 0 });
    }
  };

  addNotices: WarningStorePort['addNotices'] = async (notices) => {
    for (const notice of notices) {
      if (!this.notices.has(notice.id)) this.notices.set(notice.id, { ...notice });
    }
  };

  listNotices: WarningStorePort['listNotices'] = async (sentSince) =>
    [...this.notices.values()].flatMap((notice) => {
      const { state, at } = notice;
      if (state === 'refused' || state === 'lost' || (state === 'sent' && at <= sentSince))
        return [];
      return [{ ...notice, state }];
    });

  takeNotices: WarningStorePort['takeNotices'] = async (ids, mail, at, staleBefore) => {
    const taken = ids
      .flatMap((id) => this.notices.get(id) ?? [])
      .filter((n) => n.state === 'held' || (n.state === 'sending' && n.at < staleBefore));
    for (const each of taken) {
      Object.assign(each, { state: 'sending', mail, at, tries: each.tries + 1 });
    }
    return taken.length;
  };

  settleNotices: WarningStorePort['settleNotices'] = async (mail, state) => {
    for (const each of this.sending(mail)) each.state = state;
  };

  giveBackNotices: WarningStorePort['giveBackNotices'] = async (mail) => {
    for (const each of this.sending(mail)) {
      Object.assign(each, { state: 'held', tries: each.tries - 1 });
    }
  };

  private sending(mail: string) {
    return [...this.notices.values()].filter((n) => n.state === 'sending' && n.mail === mail);
  }

  tidyWarnings: WarningStorePort['tidyWarnings'] = async (before, now) => {
    for (const { id, state, at } of this.notices.values()) {
      if (!['held', 'sending'].includes(state) && at < instant(before)) this.notices.delete(id);
    }
    for (const warning of this.due(now)) {
      if (this.cycleOf(warning)?.stoppedAt !== null) warning.state = 'dropped';
    }
  };
}
