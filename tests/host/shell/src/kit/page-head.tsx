import { Fragment, type ReactNode, useEffect } from 'react';
import { Link } from '../lib/router';

type Crumb = { href: string; text: string };
type PageHeadProps = {
  title: string;
  crumbs?: Crumb[];
  icon?: ReactNode;
  actions?: ReactNode;
};

export function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="crumbs">
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.href}>
          {index > 0 && <span aria-hidden="true">/</span>}
          <Link href={crumb.href}>{crumb.text}</Link>
        </Fragment>
      ))}
    </nav>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - Jira`;
  }, [title]);
}

export function PageHead({ title, crumbs = [], icon, actions }: PageHeadProps) {
  usePageTitle(title);
  return (
    <header className="page-head">
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div className="page-head-row">
        {icon}
        <h1>{title}</h1>
        <div className="page-head-actions">{actions}</div>
      </div>
    </header>
  );
}
