import type { HistoryEvent } from '../../../src/core/sla/judge/history';
import { fieldsSelecting, selectionChange } from '../../../src/core/sla/judge/selection-change';
import {
  comment,
  moscow,
  OPEN,
  priorityChange,
  statusChange,
  WORKING,
} from '../../builders/incident';

// Moscow, Monday 2026-11-23.
const at = (time: string) => moscow(`2026-11-23T${time}`);
const labels = (time: string): HistoryEvent => ({
  ...{ kind: 'field', field: 'labels', fieldId: 'labels', at: at(time), record: time },
  ...{ by: 'anna', byApp: false, from: null, to: { id: 'ACME', name: 'ACME' } },
});
const status = (time: string) => statusChange(at(time), OPEN, WORKING);
const BY_LABEL = ['(project = SUP AND labels = BETA)', '(project = SUP AND labels in (ACME))'];

describe('selectionChange', () => {
  it('is the latest change of what the queries ask about', () => {
    const events = [labels('11:30'), status('12:00'), comment(at('12:30'))];
    expect(selectionChange(events, BY_LABEL, at('10:00'), at('13:00'))).toBe(at('11:30'));
  });

  it('is never ahead, and never before what is asked for', () => {
    const events = [labels('09:00'), labels('11:30'), labels('14:00')];
    expect(selectionChange(events, BY_LABEL, at('10:00'), at('13:00'))).toBe(at('11:30'));
    expect(selectionChange(events, BY_LABEL, at('11:30'), at('13:00'))).toBeNull();
  });

  it('is the latest change of any kind where no query says what it depends on', () => {
    const events = [status('11:00'), priorityChange(at('11:30')), comment(at('12:00'))];
    expect(selectionChange(events, ['filter = 10'], at('10:00'), at('13:00'))).toBe(at('11:30'));
  });

  it('knows the fields by the names that JQL has for them', () => {
    const jql = 'type = Bug AND component in (A) AND "Client tier[Dropdown]" = x AND cf[10] = 1';
    const asked = ['Client tier', 'components', 'customfield_10'];
    expect(fieldsSelecting([jql])).toEqual(asked);
    expect(selectionChange([status('11:00')], ['status was Open'], at('10:00'), at('13:00'))).toBe(
      at('11:00'),
    );
  });
});
