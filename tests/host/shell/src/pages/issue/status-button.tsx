import ChevronDown from '@atlaskit/icon/core/chevron-down';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { Menu, MenuItem } from '../../kit/menu';
import { appearanceOf, StatusLozenge } from '../../kit/status-lozenge';
import { textOf } from '../../lib/http';
import type { Issue, Transition } from '../../lib/jira-types';
import { doTransition, readTransitions, showRefusal } from '../board/move-card';

type StatusButtonProps = { issue: Issue; reload: () => Promise<void> };

/** The status with the ways out of it; a refusal stays under the button until the next try. */
export function StatusButton({ issue, reload }: StatusButtonProps) {
  const { status, resolution } = issue.fields;
  const [transitions, setTransitions] = useState<Transition[]>();
  const [refusal, setRefusal] = useState<string>();
  const load = () => {
    setTransitions(undefined);
    readTransitions(issue.key).then(setTransitions, (problem) => showRefusal(issue.key, problem));
  };
  const choose = async (transition: Transition) => {
    setRefusal(undefined);
    try {
      await doTransition(issue.key, transition.id);
    } catch (problem) {
      setRefusal(textOf(problem));
      showRefusal(issue.key, problem);
    }
    await reload();
  };
  return (
    <div className="status-area">
      <Menu
        label={`Status: ${status.name}`}
        triggerClass={`status-button status-${appearanceOf(status)}`}
        trigger={
          <>
            {status.name}
            <ChevronDown label="" color="currentColor" size="small" />
          </>
        }
        onOpen={load}
      >
        {(close) => (
          <>
            {transitions?.map((transition) => (
              <MenuItem
                key={transition.id}
                onSelect={() => {
                  close();
                  void choose(transition);
                }}
              >
                <span>{transition.name}</span> <span aria-hidden="true">→</span>{' '}
                <StatusLozenge status={transition.to} />
              </MenuItem>
            ))}
            {transitions?.length === 0 && <p className="menu-note">You can't move this issue.</p>}
            {transitions === undefined && <p className="menu-note">Loading...</p>}
          </>
        )}
      </Menu>
      {resolution && <span className="resolution">✓ {resolution.name}</span>}
      {refusal && (
        <div role="alert" className="refusal">
          <SectionMessage appearance="warning" title={`${issue.key} wasn't moved`}>
            <p>{refusal}</p>
          </SectionMessage>
        </div>
      )}
    </div>
  );
}
