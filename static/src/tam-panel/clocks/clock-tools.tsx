import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { RecountView } from '../../../../src/contract/sla-acts';
import type { PanelView } from '../../../../src/contract/tam-panel';
import type { SlaView } from '../../../../src/contract/views';
import { useTexts } from '../../ui/viewer';
import { ActForm } from './act-form';
import { ActList } from './act-list';
import { CompareFrozen } from './compare-frozen';
import { OpenLedger } from './open-ledger';

type Props = { sla: SlaView; now: string; accept: (view: PanelView) => void };

/** Below the clocks: what was decided by hand, "Why?", and for the TAM the form to decide. */
export function ClockTools({ sla, now, accept }: Props) {
  const { act, ledger } = useTexts();
  const [open, setOpen] = useState<'why' | 'act' | null>(null);
  const [compared, setCompared] = useState<readonly RecountView[] | null>(null);
  const toggle = (tool: 'why' | 'act') => () => setOpen(open === tool ? null : tool);
  return (
    <>
      <ActList acts={sla.acts} now={Date.parse(now)} />
      <div className="row">
        <Button
          spacing="compact"
          aria-expanded={open === 'why'}
          isSelected={open === 'why'}
          onClick={toggle('why')}
        >
          {ledger.why}
        </Button>
        <CompareFrozen
          sla={sla}
          show={(next) => {
            setCompared(next);
            setOpen('why');
          }}
        />
        {sla.mayDecide && (
          <Button
            spacing="compact"
            aria-expanded={open === 'act'}
            isSelected={open === 'act'}
            onClick={toggle('act')}
          >
            {act.open}
          </Button>
        )}
      </div>
      {open === 'why' && (
        <OpenLedger key={compared === null ? 'asked' : 'compared'} sla={sla} compared={compared} />
      )}
      {open === 'act' && <ActForm sla={sla} accept={accept} close={() => setOpen(null)} />}
    </>
  );
}
