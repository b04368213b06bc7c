import { asksForSightings, seeComments } from '../../../src/core/sla/judge/comment-sightings';
import type { HistoryEvent } from '../../../src/core/sla/judge/history';
import { compilePolicy } from '../../../src/core/sla/policy/policy';
import type { Instant } from '../../../src/core/time';
import { clientCycles } from '../../builders/client-cycles';
import {
  comment,
  edited,
  incident,
  moscow,
  note,
  OPEN,
  statusChange,
  WAITING,
} from '../../builders/incident';
import { goldPolicy } from '../../builders/policy-text';

// Monday 2026-11-23 in Moscow, working hours 09-18: created 10:00, an answer within an hour.
const at = (time: string) => moscow(`2026-11-23T${time}`);
const seen = (hiddenAt: Instant, publishedAt: Instant | null = null) => [
  { issueId: '10001', record: String(at('10:05')), hiddenAt, publishedAt },
];

function responseOf(events: readonly HistoryEvent[], known: ReturnType<typeof seen> | []) {
  const policy = compilePolicy(goldPolicy());
  if (!policy.ok) throw new Error(policy.problems.join());
  const { history } = seeComments(incident({ events }), known, at('13:00'));
  const [response] = clientCycles(history, [policy], at('13:00'));
  return { state: response?.state, stoppedAt: response?.stoppedAt };
}

describe('seeComments', () => {
  it('lets an internal note answer nobody', () => {
    expect(responseOf([note(at('10:05'))], [])).toEqual({ state: 'breached', stoppedAt: null });
  });

  it('counts a note that was made public when it was, if somebody read it hidden before', () => {
    const events = [edited(at('10:05'), at('12:00'))];
    expect(responseOf(events, seen(at('10:06')))).toEqual({
      state: 'breached',
      stoppedAt: at('12:00'),
    });
    expect(responseOf([edited(at('10:05'), at('10:40'))], seen(at('10:06')))).toEqual({
      state: 'met',
      stoppedAt: at('10:40'),
    });
  });

  it('counts it when it was written, if nobody knows since when it is public', () => {
    expect(responseOf([edited(at('10:05'), at('12:00'))], [])).toEqual({
      state: 'met',
      stoppedAt: at('10:05'),
    });
  });

  it('counts an edited comment when it was written', () => {
    const events = [edited(at('10:05'), at('12:30'))];
    expect(responseOf(events, [])).toEqual({ state: 'met', stoppedAt: at('10:05') });
  });

  it('keeps a publication once it is known, whatever is edited later', () => {
    const events = [edited(at('10:05'), at('12:45'))];
    const known = seen(at('10:06'), at('12:00'));
    expect(responseOf(events, known).stoppedAt).toBe(at('12:00'));
    expect(seeComments(incident({ events }), known, at('13:00')).learnt).toEqual([]);
  });

  it('takes the moment of reading when the edit is older than the note was seen hidden', () => {
    const events = [edited(at('10:05'), at('10:05'))];
    expect(responseOf(events, seen(at('10:06'))).stoppedAt).toBe(at('13:00'));
  });

  it('keeps what a reading tells: that a note is hidden, once, and since when it is public', () => {
    const hidden = incident({ events: [note(at('10:05'))] });
    expect(seeComments(hidden, [], at('10:06')).learnt).toEqual(seen(at('10:06')));
    expect(seeComments(hidden, seen(at('10:06')), at('11:00')).learnt).toEqual([]);
    const published = incident({ events: [edited(at('10:05'), at('12:00'))] });
    expect(seeComments(published, seen(at('10:06')), at('12:01')).learnt).toEqual(
      seen(at('10:06'), at('12:00')),
    );
  });

  it('puts a published note in its place among what happened', () => {
    const pause = statusChange(at('11:00'), OPEN, WAITING);
    const later = comment(at('12:30'));
    const events = [edited(at('10:05'), at('12:00')), pause, later];
    const { history } = seeComments(incident({ events }), seen(at('10:06')), at('13:00'));
    expect(history.events.map((event) => event.at)).toEqual([at('11:00'), at('12:00'), later.at]);
  });
});

describe('asksForSightings', () => {
  it('is for hidden and edited comments only', () => {
    expect(asksForSightings(incident({ events: [comment(at('10:05'))] }))).toBe(false);
    expect(asksForSightings(incident({ events: [note(at('10:05'))] }))).toBe(true);
    expect(asksForSightings(incident({ events: [edited(at('10:05'), at('11:00'))] }))).toBe(true);
  });
});
