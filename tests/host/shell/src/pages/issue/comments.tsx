import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import { AdfView } from '../../kit/adf-view';
import { LoadState } from '../../kit/load-state';
import { Face } from '../../kit/person';
import { Time } from '../../kit/time';
import { showProblem } from '../../lib/flags';
import { http } from '../../lib/http';
import type { Comment } from '../../lib/jira-types';
import { useSession } from '../../lib/session';
import { tell } from '../../lib/stream';
import { textToAdf } from '../../lib/text-to-adf';
import { useLoad } from '../../lib/use-load';
import { readComments } from './read-issue';

function CommentForm({ issueKey, onAdded }: { issueKey: string; onAdded: () => Promise<void> }) {
  const { session } = useSession();
  const [text, setText] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await http.post(`/rest/api/3/issue/${issueKey}/comment`, { body: textToAdf(text) });
      tell({ type: 'issue', issueKey });
      setText('');
    } catch (problem) {
      showProblem("The comment wasn't added", problem);
    }
    await onAdded();
  };
  return (
    <form className="comment" onSubmit={(event) => void submit(event)}>
      <Face user={session.me} size="medium" />
      <div className="comment-body">
        <textarea
          className="field"
          aria-label="Add a comment"
          placeholder="Add a comment..."
          rows={text === '' ? 1 : 4}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text !== '' && (
          <div className="buttons">
            <Button type="submit" appearance="primary">
              Save
            </Button>
            <Button appearance="subtle" onClick={() => setText('')}>
              Cancel
            </Button>
          </div>
        )}
      </div>
    </form>
  );
}

function CommentView({ comment }: { comment: Comment }) {
  return (
    <li className="comment">
      <Face user={comment.author} size="medium" />
      <div className="comment-body">
        <p className="comment-head">
          <strong>{comment.author?.displayName ?? 'Anonymous'}</strong>{' '}
          <span className="subtle">
            <Time at={comment.created} />
          </span>
        </p>
        <AdfView value={comment.body} />
      </div>
    </li>
  );
}

export function Comments({ issueKey }: { issueKey: string }) {
  const comments = useLoad(
    `comments ${issueKey}`,
    () => readComments(issueKey),
    (news) => news.type === 'issue',
  );
  return (
    <>
      <CommentForm issueKey={issueKey} onAdded={comments.reload} />
      <LoadState of={comments} what="the comments">
        {(all) => (
          <ul className="comment-list" aria-label="Comments">
            {all.map((comment) => (
              <CommentView key={comment.id} comment={comment} />
            ))}
          </ul>
        )}
      </LoadState>
    </>
  );
}
