import Button, { IconButton } from '@atlaskit/button/new';
import Add from '@atlaskit/icon/core/add';
import AppSwitcher from '@atlaskit/icon/core/app-switcher';
import Search from '@atlaskit/icon/core/search';
import Settings from '@atlaskit/icon/core/settings';
import { type FormEvent, useState } from 'react';
import { Face } from '../kit/person';
import { go, Link } from '../lib/router';
import { useSession } from '../lib/session';
import { CreateIssueDialog } from '../pages/create-issue/create-issue-dialog';
import { JiraLogo } from './jira-logo';

const ISSUE_KEY = /^[a-z][a-z0-9_]+-\d+$/i;

/** A key opens its issue, anything else is a search for the words. */
function placeFor(words: string): string {
  if (ISSUE_KEY.test(words)) return `/browse/${words.toUpperCase()}`;
  const quoted = words.replace(/["\\]/g, ' ');
  const jql = `text ~ "${quoted}" ORDER BY updated DESC`;
  return `/issues?jql=${encodeURIComponent(jql)}`;
}

function SearchBox() {
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() !== '') go(placeFor(words.trim()));
  };
  return (
    <search className="top-search">
      <form onSubmit={submit}>
        <Search label="" color="var(--ds-icon-subtle)" />
        <input
          type="search"
          aria-label="Search"
          placeholder="Search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
    </search>
  );
}

export function TopBar() {
  const { session } = useSession();
  const [isCreating, setIsCreating] = useState(false);
  return (
    <header className="top-bar">
      <div className="top-bar-side">
        <span className="icon-button" aria-hidden="true">
          <AppSwitcher label="" />
        </span>
        <Link href="/" className="top-logo" label="Jira home">
          <JiraLogo />
          <span>Jira</span>
        </Link>
      </div>
      <div className="top-bar-middle">
        <SearchBox />
        <Button appearance="primary" iconBefore={Add} onClick={() => setIsCreating(true)}>
          Create
        </Button>
      </div>
      <div className="top-bar-side top-bar-end">
        {session.jiraAdmin && (
          <IconButton
            icon={Settings}
            label="Jira settings"
            appearance="subtle"
            onClick={() => go('/admin')}
          />
        )}
        <Face user={session.me} />
      </div>
      {isCreating && <CreateIssueDialog onClose={() => setIsCreating(false)} />}
    </header>
  );
}
