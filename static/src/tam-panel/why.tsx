import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { Answered } from '../ui/answered';
import { useAnswer } from '../ui/use-answer';
import { useTexts } from '../ui/viewer';
import { Ledger } from './ledger';
import { resolver } from './resolver';

/** "Why?" below the clocks: opens where every minute of the issue went. */
export function Why() {
  const { ledger } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className="row">
        <Button
          spacing="compact"
          aria-expanded={isOpen}
          isSelected={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {ledger.why}
        </Button>
      </div>
      {isOpen && <OpenLedger />}
    </>
  );
}

function OpenLedger() {
  const asked = useAnswer(() => resolver.explain({}));
  return <Answered asked={asked}>{(view) => <Ledger view={view} />}</Answered>;
}
