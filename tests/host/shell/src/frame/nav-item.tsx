import type { ReactNode } from 'react';
import { Link } from '../lib/router';

type NavItemProps = { href: string; text: string; icon: ReactNode; path: string; depth: 0 | 1 };

function isAt(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}

export function NavItem({ href, text, icon, path, depth }: NavItemProps) {
  const isCurrent = isAt(path, href);
  return (
    <li>
      <Link
        href={href}
        className={`nav-item nav-depth-${depth} ${isCurrent ? 'nav-current' : ''}`}
        current={isCurrent ? 'page' : undefined}
      >
        <span className="nav-icon">{icon}</span>
        <span className="nav-text">{text}</span>
      </Link>
    </li>
  );
}

type NavSectionProps = {
  href?: string;
  text: string;
  icon: ReactNode;
  path: string;
  children: ReactNode;
};

export function NavSection({ href, text, icon, path, children }: NavSectionProps) {
  return (
    <li>
      {href ? (
        <ul>
          <NavItem href={href} text={text} icon={icon} path={path === href ? path : ''} depth={0} />
        </ul>
      ) : (
        <span className="nav-item nav-heading">
          <span className="nav-icon">{icon}</span>
          <span className="nav-text">{text}</span>
        </span>
      )}
      <ul>{children}</ul>
    </li>
  );
}
