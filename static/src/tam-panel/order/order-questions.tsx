import type { OrderQuestionsView } from '../../../../src/contract/order-acts';
import { momentText } from '../../i18n/moments';
import { Answered } from '../../ui/answered';
import { Folded } from '../../ui/folded';
import { isNobody, namesText } from '../../ui/names-text';
import { useAnswer } from '../../ui/use-answer';
import { useTexts, useViewer } from '../../ui/viewer';
import { resolver } from '../resolver';

/** Folded: where the waiting begins, and what the end of this one sets free. Asked when opened. */
export function OrderQuestions() {
  const { questions: texts } = useTexts().order;
  return (
    <Folded title={texts.heading}>
      <Asked />
    </Folded>
  );
}

function Asked() {
  const asked = useAnswer(() => resolver.orderQuestions({}));
  return <Answered asked={asked}>{(view) => <Answers view={view} />}</Answered>;
}

function Answers({ view }: { view: OrderQuestionsView }) {
  const viewer = useViewer();
  const { texts } = viewer;
  const words = texts.order.questions;
  const { roots, ready, later } = view;
  const isNothing = isNobody(ready) && later.length === 0;
  return (
    <>
      <p>{isNobody(roots) ? words.noRoots : `${words.roots} ${namesText(roots, texts)}`}</p>
      {!isNobody(ready) && <p>{`${words.ready} ${namesText(ready, texts)}`}</p>}
      {later.map(({ issues, at }) => (
        <p key={`${at} ${issues.keys.join()}`}>
          {`${words.later} ${namesText(issues, texts)}, `}
          {words.laterAt(momentText(Date.parse(at), Date.now(), viewer))}
        </p>
      ))}
      {isNothing && <p className="subtle">{words.noReady}</p>}
      {view.isCut && <p className="subtle">{words.cut}</p>}
    </>
  );
}
