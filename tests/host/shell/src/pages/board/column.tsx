import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useId, useRef, useState } from 'react';
import type { BoardColumn, Issue } from '../../lib/jira-types';
import { Card } from './card';

type ColumnProps = {
  column: BoardColumn;
  columns: BoardColumn[];
  issues: Issue[];
  onMove: (issueKey: string, target: BoardColumn) => void;
};

export function Column({ column, columns, issues, onMove }: ColumnProps) {
  const root = useRef<HTMLElement>(null);
  const [isOver, setIsOver] = useState(false);
  const heading = useId();
  const latest = useRef({ column, onMove });
  latest.current = { column, onMove };

  useEffect(() => {
    if (!root.current) return undefined;
    return dropTargetForElements({
      element: root.current,
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false);
        if (source.data.column === latest.current.column.name) return;
        latest.current.onMove(String(source.data.issueKey), latest.current.column);
      },
    });
  }, []);

  return (
    <section
      ref={root}
      className={`column ${isOver ? 'column-over' : ''}`}
      aria-labelledby={heading}
    >
      <h2 id={heading} className="column-head" aria-label={column.name}>
        {column.name} <span className="column-count">{issues.length}</span>
      </h2>
      <ul className="cards">
        {issues.map((issue) => (
          <Card
            key={issue.key}
            issue={issue}
            column={column}
            targets={columns.filter((one) => one.name !== column.name)}
            onMove={(target) => onMove(issue.key, target)}
          />
        ))}
      </ul>
    </section>
  );
}
