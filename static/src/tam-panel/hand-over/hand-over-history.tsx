import type { HandOverRoundView } from '../../../../src/contract/hand-over';
import { Person } from '../../ui/person';
import { Moment } from '../../ui/times';
import { useTexts } from '../../ui/viewer';
import { HandOverFacts } from './hand-over-facts';

/** Every round, folded: who gave, accepted or returned it, when and why. */
export function HandOverHistory(props: { history: readonly HandOverRoundView[]; now: number }) {
  const { handOver: texts } = useTexts();
  if (props.history.length < 2) return null;
  return (
    <details>
      <summary>{texts.history}</summary>
      <div className="stack">
        <ol>
          {props.history.map(({ kind, at, by, reason, facts }) => (
            <li key={`${at} ${kind}`}>
              <p className="row">
                <Person person={by} none={texts.somebody} />
                {texts.round[kind]} <Moment at={at} now={props.now} />
              </p>
              {reason !== null && (
                <p className="hand-over-round">
                  <bdi>{reason}</bdi>
                </p>
              )}
              {kind === 'given' && facts.length > 0 && <HandOverFacts facts={facts} />}
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
