import type { HostClock } from '../../clock';
import type { Jira, ProductEvent } from '../../jira/jira';
import type { Activity } from '../activity';
import type { Agenda } from '../agenda';
import type { EventSwitches } from '../forge';
import { createGate } from '../gate';
import type { Installation } from '../installation';
import type { AppManifest, EventFilter, TriggerModule } from '../manifest/app-manifest';
import type { Invoker } from '../runtime/invoker';
import { filterEvent } from './filter-event';
import { isPlatformError, type RetryWish, wishOf } from './retry-request';

export type EventPumpParts = {
  manifest: AppManifest;
  jira: Jira;
  clock: HostClock;
  agenda: Agenda;
  activity: Activity;
  invoke: Invoker;
  switches: EventSwitches;
  installation: Installation;
};

type Delivery = {
  trigger: TriggerModule;
  filter: EventFilter;
  event: ProductEvent;
  attempt: number;
  wish?: RetryWish;
};

/** Forge does not deliver larger events. */
const MAX_EVENT_BYTES = 200 * 1024;
/** How much longer a reordered event is under way, so that later ones overtake it. */
const REORDER_BY_MS = 1_000;
const MAX_RETRIES = 4;
/** This machine's choice, not Forge's: each event that is handled takes a process. */
const EVENTS_AT_ONCE = 3;
const PLATFORM_RETRY_MS = 40_000;

/** Brings product events to the app's triggers: late, twice, out of order or never, by switch. */
export class EventPump {
  private readonly gate = createGate(EVENTS_AT_ONCE);
  private heldBack = false;

  constructor(private readonly parts: EventPumpParts) {}

  deliver(event: ProductEvent): void {
    if (!this.parts.installation.isInstalled) return;
    if (Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES) return;
    for (const trigger of this.parts.manifest.triggers) {
      for (const { eventType, filter } of trigger.events) {
        if (eventType === event.eventType) this.send({ trigger, filter, event, attempt: 0 });
      }
    }
  }

  private send(delivery: Delivery): void {
    const { clock, switches } = this.parts;
    if (chance(switches.loseEvents)) return;
    const at = clock.now() + switches.eventDelayMs;
    this.plan(delivery, at + this.overtakenBy());
    if (chance(switches.duplicateEvents)) this.plan(delivery, at);
  }

  /** Never two in a row: with a rate of 1 every other event is overtaken by the next. */
  private overtakenBy(): number {
    this.heldBack = !this.heldBack && chance(this.parts.switches.reorderEvents);
    return this.heldBack ? REORDER_BY_MS : 0;
  }

  private plan(delivery: Delivery, at: number): void {
    this.parts.agenda.at('event', at, () => {
      this.parts.activity.start(() => this.gate(() => this.run(delivery)));
    });
  }

  private async run(delivery: Delivery): Promise<void> {
    const { trigger, filter, event, attempt, wish } = delivery;
    const { jira, invoke, clock } = this.parts;
    if (!this.parts.installation.isInstalled) return;
    if (!(await filterEvent(jira, filter, event))) return;
    const outcome = await invoke({
      functionKey: trigger.function,
      moduleKey: trigger.key,
      trigger: 'event',
      body: wish === undefined ? event : { ...event, retryContext: contextOf(attempt, wish) },
    });
    const next = wishOf(outcome) ?? (isPlatformError(outcome) ? PLATFORM_WISH : undefined);
    if (next === undefined || attempt >= MAX_RETRIES) return;
    this.parts.agenda.at('job', clock.now() + next.afterMs, () => {
      const again = { ...delivery, attempt: attempt + 1, wish: next };
      this.parts.activity.start(() => this.gate(() => this.run(again)));
    });
  }
}

const PLATFORM_WISH: RetryWish = {
  afterMs: PLATFORM_RETRY_MS,
  reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
};

function contextOf(retryCount: number, wish: RetryWish): unknown {
  return { retryCount, retryReason: wish.reason, retryData: wish.data };
}

function chance(rate: number): boolean {
  return Math.random() < rate;
}
