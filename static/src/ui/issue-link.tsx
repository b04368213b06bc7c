import type { MouseEvent } from 'react';
import { openIssue } from '../bridge/router';
import { useViewer } from './viewer';
import './issue-link.css';

/** An issue key that opens in Jira. The address is a real one, so that it can be copied. */
export function IssueLink(props: { issueKey: string }) {
  const { siteUrl } = useViewer();
  const open = (event: MouseEvent) => {
    event.preventDefault();
    const where = event.ctrlKey || event.metaKey ? 'newTab' : 'here';
    openIssue(props.issueKey, where).catch(() => undefined);
  };
  return (
    <a className="issue-link" href={`${siteUrl}/browse/${props.issueKey}`} onClick={open}>
      {props.issueKey}
    </a>
  );
}
