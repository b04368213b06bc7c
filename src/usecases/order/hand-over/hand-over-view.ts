import type { HandOverFieldView, HandOverRoundView } from '../../../contract/hand-over';
import type { Person } from '../../../core/issue';
import type { HandOver } from '../../../core/order/hand-over/hand-over';
import type { HandOverForm } from '../../../core/order/policy/order-site';
import { isoOf } from '../../../core/time';

export type People = readonly Person[];

/** The form's fields with what was given. */
export function fieldsOf(
  { fields }: HandOverForm,
  handOver: Pick<HandOver, 'facts'> | null,
): readonly HandOverFieldView[] {
  const facts = handOver?.facts ?? [];
  return fields.map((field) => ({
    ...field,
    text: facts.find(({ key }) => key === field.key)?.text ?? '',
  }));
}

/** Which rounds are the sender's doing, and which the next department's. */
const ROUNDS = { sender: ['given', 'withdrawn'], taker: ['accepted', 'returned'] };

/**
 * Who did what and when, with the facts of the rounds that still have them. Who works on an issue
 * that the viewer may not browse (`hidden`) stays unnamed.
 */
export function historyOf(
  handOver: Pick<HandOver, 'history'> | null,
  people: People,
  hidden: keyof typeof ROUNDS | null,
): readonly HandOverRoundView[] {
  const unnamed = hidden === null ? [] : ROUNDS[hidden];
  return (handOver?.history ?? []).map(({ kind, at, by, reason, facts }) => ({
    ...{ kind, at: isoOf(at), reason },
    by: unnamed.includes(kind) ? null : (people.find((one) => one.accountId === by) ?? null),
    facts: facts
      .filter(({ text }) => text.trim() !== '')
      .map(({ label, text }) => ({ label, text })),
  }));
}
