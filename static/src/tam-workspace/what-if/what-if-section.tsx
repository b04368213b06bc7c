import { useState } from 'react';
import { Answered } from '../../ui/answered';
import { useAnswer } from '../../ui/use-answer';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { Sandbox } from './sandbox';
import './what-if.css';

type Props = {
  id: string;
  whatIf: 'none' | 'begun';
  /** Due dates were written, so that the rest of the page is behind. */
  written: () => void;
};

/** Folded unless a draft was begun: due dates that one tries out, and what follows from them. */
export function WhatIfSection({ id, whatIf, written }: Props) {
  const { whatIf: texts } = useTexts();
  const [isOpen, setOpen] = useState(whatIf === 'begun');
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {texts.heading}
        {whatIf === 'begun' && <span className="subtle"> ({texts.begun})</span>}
      </summary>
      {isOpen && <Asked id={id} written={written} />}
    </details>
  );
}

function Asked({ id, written }: Pick<Props, 'id' | 'written'>) {
  const asked = useAnswer(() => resolver.whatIf({ clientProjectId: id }));
  return (
    <div className="stack">
      <Answered asked={asked}>
        {(view) => <Sandbox id={id} view={view} asked={asked} written={written} />}
      </Answered>
    </div>
  );
}
