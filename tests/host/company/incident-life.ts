import type { User } from '../jira/state/types';
import { status } from './catalogue';
import type { Step } from './issue-script';

export interface Life {
  createdAt: number;
  engineer: User;
  client: User;
  /** First comment of the engineer, ms after creation. */
  respondAfterMs: number;
  /** Done, ms after creation. */
  resolveAfterMs: number;
  /** Ms that it waited for the client, from a third of the way on; 0: never. */
  waitMs: number;
  /** Ms after it was done when the client reopened it; 0: never. */
  reopenAfterMs: number;
}

const minute = 60_000;

/**
 * The steps of an incident: an answer, work, perhaps a wait for the client, done, perhaps once
 * more.
 */
export function livesThrough(life: Life): Step[] {
  const { createdAt, engineer, client } = life;
  const answered = createdAt + life.respondAfterMs;
  const started = answered + 2 * minute;
  const done = createdAt + life.resolveAfterMs;
  return [
    step(answered, engineer, { do: 'comment', text: 'We see it and are looking into it.' }),
    step(
      started,
      engineer,
      { do: 'assign', to: engineer },
      { do: 'move', statusId: status.inProgress },
    ),
    ...waitOf(life, started, done),
    step(done - minute, engineer, { do: 'comment', text: 'Fixed. Please check on your side.' }),
    step(done, engineer, { do: 'move', statusId: status.done }),
    ...reopeningOf(life, done, client),
  ];
}

function waitOf({ waitMs, engineer, client }: Life, started: number, done: number): Step[] {
  if (waitMs === 0) return [];
  const asked = started + Math.round((done - waitMs - started) / 3);
  const back = asked + waitMs;
  return [
    step(
      asked,
      engineer,
      { do: 'comment', text: 'May we restart the service? Please confirm.' },
      { do: 'move', statusId: status.waiting },
    ),
    step(back - minute, client, { do: 'comment', text: 'Yes, go ahead.' }),
    step(back, engineer, { do: 'move', statusId: status.inProgress }),
  ];
}

function reopeningOf(life: Life, done: number, client: User): Step[] {
  if (life.reopenAfterMs === 0) return [];
  const again = done + life.reopenAfterMs;
  return [
    step(
      again,
      client,
      { do: 'comment', text: 'It is back.' },
      { do: 'move', statusId: status.toDo },
    ),
    step(again + 10 * minute, life.engineer, { do: 'move', statusId: status.inProgress }),
    step(again + 70 * minute, life.engineer, { do: 'move', statusId: status.done }),
  ];
}

function step(at: number, by: User, ...deeds: Step['deeds'][number][]): Step {
  return { at, by, deeds };
}
