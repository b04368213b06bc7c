import { AdfView } from '../../kit/adf-view';
import type { Issue } from '../../lib/jira-types';
import { adfToText, textToAdf } from '../../lib/text-to-adf';
import { editIssue } from './edit-issue';
import { InlineEdit } from './inline-edit';

type DescriptionProps = { issue: Issue; reload: () => Promise<void> };

export function Description({ issue, reload }: DescriptionProps) {
  const { description } = issue.fields;
  const save = (text: string) =>
    editIssue(issue.key, { description: text.trim() === '' ? null : textToAdf(text) }, reload);
  return (
    <section aria-labelledby="description">
      <h2 id="description">Description</h2>
      <InlineEdit label="Description" value={adfToText(description)} lines="many" onSave={save}>
        {description ? (
          <AdfView value={description} />
        ) : (
          <p className="subtle">Add a description...</p>
        )}
      </InlineEdit>
    </section>
  );
}
