import EmptyState from '@atlaskit/empty-state';
import { IssueTable } from '../../kit/issue-table';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import { readProjects } from '../../lib/read-projects';
import { searchIssues } from '../../lib/search-issues';
import { useLoad } from '../../lib/use-load';
import { ProjectCard } from './project-card';

const MINE = 'assignee = currentUser() AND statusCategory != Done ORDER BY updated DESC';
const RECENT = 6;

export function HomePage() {
  const mine = useLoad(
    'mine',
    () => searchIssues(MINE),
    (news) => news.type === 'issue',
  );
  const projects = useLoad('home-projects', readProjects);
  return (
    <>
      <PageHead title="For you" />
      <section aria-labelledby="home-projects">
        <h2 id="home-projects">Projects</h2>
        <LoadState of={projects} what="the projects">
          {(all) => (
            <ul className="project-cards">
              {all.slice(0, RECENT).map((project) => (
                <ProjectCard key={project.key} project={project} />
              ))}
            </ul>
          )}
        </LoadState>
      </section>
      <section aria-labelledby="home-mine">
        <h2 id="home-mine">Assigned to me</h2>
        <LoadState of={mine} what="your issues">
          {(issues) =>
            issues.length > 0 ? (
              <IssueTable issues={issues} label="Assigned to me" />
            ) : (
              <EmptyState
                header="Nothing is assigned to you"
                headingSize="xsmall"
                headingLevel={3}
                description="Open a board to see what your department is working on."
              />
            )
          }
        </LoadState>
      </section>
    </>
  );
}
