import { useId } from 'react';
import type { WorkCard } from '../../../src/contract/tam-department';
import { useTexts } from '../ui/viewer';
import { sortByUrgency } from './sort-cards';
import { type ColumnName, WorkCardItem } from './work-card';

type Props = { name: ColumnName; cards: readonly WorkCard[] };

/** One column, the most pressing card on top. */
export function WorkColumn({ name, cards }: Props) {
  const { department: texts } = useTexts();
  const headingId = useId();
  return (
    <section className="work-column" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {texts.columns[name]} <span className="subtle">{cards.length}</span>
      </h3>
      {cards.length === 0 && <p className="subtle">{texts.columnEmpty[name]}</p>}
      <ul className="work-cards">
        {sortByUrgency(cards).map((card) => (
          <WorkCardItem key={card.key} card={card} column={name} />
        ))}
      </ul>
    </section>
  );
}
