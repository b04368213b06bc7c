import { useState } from 'react';
import { LoadState } from '../../kit/load-state';
import { usePageTitle } from '../../kit/page-head';
import { http } from '../../lib/http';
import type { Board, BoardColumn, Issue } from '../../lib/jira-types';
import { readBoardIssues } from '../../lib/search-issues';
import { useLoad } from '../../lib/use-load';
import { ProjectHead } from '../project/project-head';
import { Column } from './column';
import { filterCards } from './filter-cards';
import { moveCard } from './move-card';

type BoardData = { board: Board; columns: BoardColumn[]; issues: Issue[] };

async function readBoard(boardId: string): Promise<BoardData> {
  const path = `/rest/agile/1.0/board/${boardId}`;
  const [board, configuration, issues] = await Promise.all([
    http.get<Board>(path),
    http.get<{ columnConfig: { columns: BoardColumn[] } }>(`${path}/configuration`),
    readBoardIssues(boardId),
  ]);
  return { board, columns: configuration.columnConfig.columns, issues };
}

function inColumn(issues: Issue[], column: BoardColumn): Issue[] {
  return issues.filter((issue) =>
    column.statuses.some((status) => status.id === issue.fields.status.id),
  );
}

export function BoardPage({ boardId }: { boardId: string }) {
  const [words, setWords] = useState('');
  const loaded = useLoad(
    `board ${boardId}`,
    () => readBoard(boardId),
    (news) => news.type === 'issue',
  );
  usePageTitle(loaded.data?.board.name ?? 'Board');
  const place = (changed: Issue) => {
    if (!loaded.data) return;
    const issues = loaded.data.issues.map((one) => (one.key === changed.key ? changed : one));
    loaded.change({ ...loaded.data, issues });
  };
  return (
    <LoadState of={loaded} what="the board">
      {({ board, columns, issues }) => (
        <>
          {board.location?.projectKey && <ProjectHead projectKey={board.location.projectKey} />}
          <div className="board-tools">
            <input
              type="search"
              className="field"
              aria-label="Search board"
              placeholder="Search board"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </div>
          <section className="board" aria-label={board.name}>
            {columns.map((column) => (
              <Column
                key={column.name}
                column={column}
                columns={columns}
                issues={filterCards(inColumn(issues, column), words)}
                onMove={(key, target) => {
                  const issue = issues.find((one) => one.key === key);
                  if (issue) void moveCard(issue, target, place);
                }}
              />
            ))}
          </section>
        </>
      )}
    </LoadState>
  );
}
