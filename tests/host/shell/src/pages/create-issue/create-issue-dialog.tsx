import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { type FormEvent, useState } from 'react';
import { readIssueTypes } from '../../lib/create-meta';
import { showFlag } from '../../lib/flags';
import { http, textOf } from '../../lib/http';
import type { Project } from '../../lib/jira-types';
import { readPages } from '../../lib/read-pages';
import { go, useUrl } from '../../lib/router';
import { tell } from '../../lib/stream';
import { useLoad } from '../../lib/use-load';
import { CreateFields } from './create-fields';
import { FormRow } from './form-row';
import { issueFromForm } from './issue-from-form';

const FORM_ID = 'create-issue';

function showCreated(key: string): void {
  showFlag({
    title: `You've created ${key}`,
    tone: 'success',
    goesByItself: true,
    actions: [{ text: 'View issue', onClick: () => go(`/browse/${key}`) }],
  });
}

/** The project that the page stands in, e.g. NET on /browse/NET-12. */
function keyFromPath(path: string): string | undefined {
  return /^\/(?:browse|project)\/([A-Z][A-Z0-9_]*)/.exec(path)?.[1];
}

function useProjectChoice() {
  const here = keyFromPath(useUrl().pathname);
  const [chosen, setChosen] = useState<string>();
  const { data: projects = [] } = useLoad('create-projects', () =>
    readPages<Project>('/rest/api/3/project/search?orderBy=name'),
  );
  const isThere = projects.some((project) => project.key === here);
  const projectKey = chosen ?? (isThere ? here : projects[0]?.key);
  return { projects, projectKey, setProjectKey: setChosen };
}

function useTypeChoice(projectKey: string | undefined) {
  const [chosen, setChosen] = useState<string>();
  const loaded = useLoad(`create-types ${projectKey}`, async () =>
    projectKey ? readIssueTypes(projectKey) : [],
  );
  const types = loaded.data ?? [];
  const type = types.find((one) => one.id === chosen) ?? types[0];
  return { types, type, setTypeId: setChosen, refusal: loaded.error };
}

export function CreateIssueDialog({ onClose }: { onClose: () => void }) {
  const { projects, projectKey, setProjectKey } = useProjectChoice();
  const { types, type, setTypeId, refusal } = useTypeChoice(projectKey);
  const [refused, setRefused] = useState<string>();
  const problem = refused ?? refusal;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    try {
      const fields = issueFromForm(new FormData(event.currentTarget));
      const { key } = await http.post<{ key: string }>('/rest/api/3/issue', { fields });
      tell({ type: 'issue', issueKey: key });
      showCreated(key);
      onClose();
    } catch (reason) {
      setRefused(textOf(reason));
    }
  };
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>Create issue</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form id={FORM_ID} className="create-form" onSubmit={(event) => void submit(event)}>
          {problem && (
            <p role="alert" className="form-problem">
              {problem}
            </p>
          )}
          <FormRow label="Project" need="required">
            <select
              name="project"
              className="field"
              value={projectKey ?? ''}
              onChange={(event) => setProjectKey(event.target.value)}
            >
              {projects.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name} ({key})
                </option>
              ))}
            </select>
          </FormRow>
          <FormRow label="Issue type" need="required">
            <select
              name="issuetype"
              className="field"
              value={type?.id ?? ''}
              onChange={(event) => setTypeId(event.target.value)}
            >
              {types.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </FormRow>
          {projectKey && type && <CreateFields projectKey={projectKey} typeId={type.id} />}
        </form>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" type="submit" form={FORM_ID}>
          Create
        </Button>
      </ModalFooter>
    </Modal>
  );
}
