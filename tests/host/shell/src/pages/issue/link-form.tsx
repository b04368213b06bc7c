import Button from '@atlaskit/button/new';
import { type FormEvent, useId } from 'react';
import { showProblem } from '../../lib/flags';
import { http } from '../../lib/http';
import type { IssueLink } from '../../lib/jira-types';
import { searchIssues } from '../../lib/search-issues';
import { tell } from '../../lib/stream';
import { useLoad } from '../../lib/use-load';

type LinkType = IssueLink['type'];
type Choice = { type: string; side: 'outward' | 'inward'; words: string };

/** A link type is two sentences: this issue blocks the other, or is blocked by it. */
function choicesOf(types: LinkType[]): Choice[] {
  const choices = types.flatMap(({ name, outward, inward }): Choice[] => [
    { type: name, side: 'outward', words: outward },
    { type: name, side: 'inward', words: inward },
  ]);
  return choices.filter(
    (choice, at) => choices.findIndex((other) => other.words === choice.words) === at,
  );
}

/** "A blocks B": Jira calls A the inward issue and B the outward one. */
function bodyOf(choice: Choice, issueKey: string, otherKey: string) {
  const [from, to] = choice.side === 'outward' ? [issueKey, otherKey] : [otherKey, issueKey];
  return { type: { name: choice.type }, inwardIssue: { key: from }, outwardIssue: { key: to } };
}

type LinkFormProps = { issueKey: string; onDone: () => void; reload: () => Promise<void> };

export function LinkForm({ issueKey, onDone, reload }: LinkFormProps) {
  const listId = useId();
  const types = useLoad('link-types', () =>
    http.get<{ issueLinkTypes: LinkType[] }>('/rest/api/3/issueLinkType'),
  );
  const suggestions = useLoad(`suggestions ${issueKey}`, () =>
    searchIssues(`key != "${issueKey}" AND updated >= -365d ORDER BY updated DESC`, 100),
  );
  const choices = choicesOf(types.data?.issueLinkTypes ?? []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const choice = choices[Number(form.get('choice'))];
    const otherKey = String(form.get('other')).trim().toUpperCase();
    if (!choice) return;
    try {
      await http.post('/rest/api/3/issueLink', bodyOf(choice, issueKey, otherKey));
      tell({ type: 'issue', issueKey });
      onDone();
    } catch (problem) {
      showProblem("The issues weren't linked", problem);
    }
    await reload();
  };
  return (
    <form className="link-form" aria-label="Link issue" onSubmit={(event) => void submit(event)}>
      <select name="choice" aria-label="Kind of link" className="field">
        {choices.map((choice, index) => (
          <option key={choice.words} value={index}>
            {choice.words}
          </option>
        ))}
      </select>
      <input
        name="other"
        className="field"
        aria-label="Issue to link"
        placeholder="Key of the other issue, e.g. NET-12"
        list={listId}
        required
      />
      <datalist id={listId}>
        {(suggestions.data ?? []).map(({ key, fields }) => (
          <option key={key} value={key}>
            {fields.summary}
          </option>
        ))}
      </datalist>
      <Button type="submit" appearance="primary">
        Link
      </Button>
      <Button appearance="subtle" onClick={onDone}>
        Cancel
      </Button>
    </form>
  );
}
