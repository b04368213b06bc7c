import ShowMore from '@atlaskit/icon/core/show-more-horizontal';
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { IssueTypeIcon } from '../../kit/issue-type-icon';
import { Menu, MenuItem } from '../../kit/menu';
import { Face } from '../../kit/person';
import { PriorityIcon } from '../../kit/priority-icon';
import type { BoardColumn, Issue } from '../../lib/jira-types';
import { Link } from '../../lib/router';
import { DueDate } from './due-date';

type CardProps = {
  issue: Issue;
  column: BoardColumn;
  targets: BoardColumn[];
  onMove: (target: BoardColumn) => void;
};

function useDraggable(issueKey: string, column: string) {
  const root = useRef<HTMLLIElement>(null);
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    if (!root.current) return undefined;
    return draggable({
      element: root.current,
      getInitialData: () => ({ issueKey, column }),
      onDragStart: () => setIsDragging(true),
      onDrop: () => setIsDragging(false),
    });
  }, [issueKey, column]);
  return { root, isDragging };
}

export function Card({ issue, column, targets, onMove }: CardProps) {
  const { root, isDragging } = useDraggable(issue.key, column.name);
  const { summary, issuetype, priority, assignee, duedate, status } = issue.fields;
  return (
    <li ref={root} className={`card ${isDragging ? 'card-dragging' : ''}`} aria-label={issue.key}>
      <div className="card-top">
        <Link href={`/browse/${issue.key}`} className="card-summary">
          {summary}
        </Link>
        <Menu
          label={`Move ${issue.key} to...`}
          trigger={<ShowMore label="" />}
          triggerClass="icon-button card-menu"
          align="right"
        >
          {(close) =>
            targets.map((target) => (
              <MenuItem
                key={target.name}
                onSelect={() => {
                  close();
                  onMove(target);
                }}
              >
                Move to {target.name}
              </MenuItem>
            ))
          }
        </Menu>
      </div>
      {duedate && <DueDate day={duedate} status={status} />}
      <div className="card-bottom">
        <IssueTypeIcon type={issuetype} />
        <Link href={`/browse/${issue.key}`} className="card-key">
          {issue.key}
        </Link>
        <span className="card-end">
          <PriorityIcon priority={priority} />
          <Face user={assignee} />
        </span>
      </div>
    </li>
  );
}
