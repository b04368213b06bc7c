import type { DepartmentView, TamDepartmentApi } from '../../../src/contract/tam-department';
import { resolverOf } from '../bridge/invoke';
import { Answered } from '../ui/answered';
import { Empty } from '../ui/empty';
import { Surface } from '../ui/surface';
import { useAnswer } from '../ui/use-answer';
import { useRefreshWhileVisible } from '../ui/use-refresh';
import { useTexts } from '../ui/viewer';
import { WorkColumn } from './work-column';
import './department.css';

const resolver = resolverOf<TamDepartmentApi>();
const refreshMs = 5 * 60_000;

/** The department's work for all clients: what to start, what waits and for whom, what is under way. */
export function Department() {
  const { department: texts } = useTexts();
  const asked = useAnswer(() => resolver.load({}));
  useRefreshWhileVisible(asked.reload, refreshMs);
  return (
    <Surface title={texts.title} room="page">
      <Answered asked={asked}>{(view) => <DepartmentContent view={view} />}</Answered>
    </Surface>
  );
}

function DepartmentContent({ view }: { view: DepartmentView }) {
  const { department: texts } = useTexts();
  if (view.kind === 'notADepartment') {
    return <Empty title={texts.notDepartment} text={texts.notDepartmentText} />;
  }
  const isEmpty = view.ready.length + view.waiting.length + view.running.length === 0;
  return (
    <>
      <h2 className="title">
        <bdi>{view.name}</bdi>
      </h2>
      {isEmpty ? (
        <Empty title={texts.empty} text={texts.emptyText} />
      ) : (
        <div className="work-columns">
          <WorkColumn name="ready" cards={view.ready} />
          <WorkColumn name="waiting" cards={view.waiting} />
          <WorkColumn name="running" cards={view.running} />
        </div>
      )}
    </>
  );
}
