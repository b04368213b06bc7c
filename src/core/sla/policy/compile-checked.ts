import { compileCalendar } from '../../calendar/calendar';
import { instant, millis } from '../../time';
import type { NamedRef } from '../judge/history';
import { CHANGED } from '../judge/issue-state';
import { type Calendars, compileClock } from './compile-clock';
import { isNamed, lowerCased } from './compile-condition';
import type { CompiledResponse } from './compiled-clock';
import { fieldsNamedBy } from './fields-named-by';
import { parseDuration } from './parse-duration';
import type { CompiledPolicy, Policy, Team } from './policy';
import { policyCalendars } from './policy-calendars';
import type { ResponseAct } from './rules';

/** Jira's usual words for work that was not done. */
const DEFAULT_EXCLUDED = ["Won't Do", "Won't Fix", 'Duplicate', 'Cannot Reproduce'];

/** Compiles a policy that `checkPolicy` found free of problems. */
export function compileChecked(policy: Policy): CompiledPolicy {
  const calendars = new Map(
    policyCalendars(policy).map((each) => [each.key, compileCalendar(each)]),
  );
  const clocks = compileClocks(policy, calendars);
  const list = Object.values(clocks).filter((clock) => clock !== null);
  const excluded = lowerCased(policy.clocks.resolution?.excludedResolutions ?? DEFAULT_EXCLUDED);
  const bots = new Set(policy.bots);
  const members = new Set(policy.team?.members);
  return {
    ok: true,
    policy,
    effectiveFrom: instant(Date.parse(policy.effectiveFrom)),
    calendars,
    ...clocks,
    clocks: list,
    bySlot: [clocks.response, clocks.resolution, clocks.nextResponse, clocks.ownership],
    slots: 1 + Math.max(...list.map(({ slot }) => slot)),
    interest: interestOf(clocks),
    fields: fieldsNamedBy(policy),
    isExcluded: rememberedName((ref) => isNamed(excluded, ref)),
    isStaff: staffRule(policy.team ?? {}, bots),
    isMember: (account) => members.size > 0 && members.has(account),
    bots,
    dueAtNextOpen: policy.deadlineAtClose === 'nextOpen',
  };
}

type Clocks = Pick<CompiledPolicy, 'response' | 'resolution' | 'nextResponse' | 'ownership'>;

function compileClocks(policy: Policy, calendars: Calendars): Clocks {
  const { response, resolution, nextResponse, ownership } = policy.clocks;
  const { order } = policy;
  return {
    response: response
      ? {
          ...compileClock('response', response, calendars, order),
          by: answersOf(response.by ?? ['publicComment', 'inProgress']),
          clientsOnly: response.requester !== 'everybody',
        }
      : null,
    resolution: resolution
      ? {
          ...compileClock('resolution', resolution, calendars, order),
          graceMs: parseDuration(resolution.reopenGrace ?? '0m') ?? millis(0),
          cycles: resolution.cycles ?? 'cumulative',
        }
      : null,
    nextResponse: nextResponse
      ? {
          ...compileClock('nextResponse', nextResponse, calendars, order),
          from: nextResponse.from ?? 'oldestUnanswered',
        }
      : null,
    ownership: ownership
      ? {
          ...compileClock('ownership', ownership, calendars, order),
          field:
            typeof ownership.department === 'object'
              ? ownership.department.field.toLowerCase()
              : null,
        }
      : null,
  };
}

function answersOf(acts: readonly ResponseAct[]): CompiledResponse['by'] {
  return {
    publicComment: acts.includes('publicComment'),
    inProgress: acts.includes('inProgress'),
    assigned: acts.includes('assigned'),
    statusChange: acts.includes('statusChange'),
  };
}

/** What can start, stop, pause or judge any clock; comments only where somebody listens. */
function interestOf(clocks: Clocks): number {
  let mask: number = CHANGED.status | CHANGED.resolution;
  for (const clock of Object.values(clocks)) {
    if (clock === null) continue;
    mask |= clock.goalMask | clock.pauseMask;
    for (const list of [clock.start, clock.stop, clock.reset]) mask |= list?.mask ?? 0;
  }
  if (clocks.nextResponse !== null) mask |= CHANGED.comment;
  if (clocks.ownership !== null) mask |= CHANGED.department | CHANGED.field;
  return mask;
}

function staffRule(team: Team, bots: ReadonlySet<string>): CompiledPolicy['isStaff'] {
  const members = team.members && new Set(team.members);
  const evenIfReporter = new Set(team.evenIfReporter);
  return (account, isApp, reporterId) => {
    // Nobody can show that a team member acted when Jira does not name the author.
    if (account === null || isApp) return false;
    // Most policies name nobody, and an account looked up in vain still has to be hashed.
    if (bots.size > 0 && bots.has(account)) return false;
    if (evenIfReporter.size > 0 && evenIfReporter.has(account)) return true;
    return account !== reporterId && (members === undefined || members.has(account));
  };
}

/** Resolutions are few, and asked for at every end. */
function rememberedName(find: (ref: NamedRef) => boolean): (ref: NamedRef) => boolean {
  const known = new Map<string, { readonly name: string; readonly answer: boolean }>();
  return (ref) => {
    const hit = known.get(ref.id);
    if (hit !== undefined && hit.name === ref.name) return hit.answer;
    const answer = find(ref);
    known.set(ref.id, { name: ref.name, answer });
    return answer;
  };
}
