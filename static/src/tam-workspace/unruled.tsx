import type { UnruledDepartment } from '../../../src/contract/tam-workspace';
import { Moment } from '../ui/times';
import { useTexts } from '../ui/viewer';

/** Where nothing refuses a start out of order: the TAM hears of it only afterwards. */
export function Unruled({ departments }: { departments: readonly UnruledDepartment[] }) {
  const { workspace } = useTexts();
  if (departments.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h3>{workspace.unruled}</h3>
      <p className="subtle">{workspace.unruledText}</p>
      <ul>
        {departments.map(({ department, transitions, seenAt }) => (
          <li key={department}>
            <bdi>{department}</bdi>: <bdi>{transitions.join(', ')}</bdi>{' '}
            <span className="subtle">
              ({workspace.unruledSeen} <Moment at={seenAt} now={0} />)
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
