import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { tellDueWarnings } from '../../src/usecases/clocks/tell-due-warnings';
import { JiraError } from '../../src/usecases/ports/jira-error';
import { incident, moscow } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { ANSWER, told, warnedWorld } from '../builders/warned-world';

describe('a mail about a clock', () => {
  it('waits for the end of quiet hours', async () => {
    const w = warnedWorld({ quietHours: '12:30-13:20' });
    w.addIssue(incident({ events: [ANSWER] }));
    expect(await told(w, '2026-11-23T13:00')).toEqual([]);
    w.now = moscow('2026-11-23T13:20');
    await tellDueWarnings(w.env);
    expect(w.mails).toHaveLength(1);
  });

  it('has no quiet hours on a calendar that never closes', async () => {
    const day = ['00:00-24:00'];
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
    const calendars = goldPolicy().calendars.map((each) => ({ ...each, week }));
    const w = warnedWorld({ quietHours: '12:30-13:20', calendars });
    w.addIssue(incident({ events: [ANSWER] }));
    expect(await told(w, '2026-11-23T13:00')).toHaveLength(1);
  });

  it('sends one list to whoever would get more than five mails in an hour, then waits', async () => {
    const w = warnedWorld({ warnings: [{ at: '75%', notify: ['tam'] }] });
    for (let number = 1; number <= 7; number += 1) {
      const ids = { issueId: String(10_000 + number), key: `SUP-${number}` };
      w.addIssue(incident({ ...ids, events: [ANSWER] }));
    }
    expect(await told(w, '2026-11-23T13:00')).toEqual(['tam: 7 notices from TAM']);
    expect(w.mails[0]?.text.split('\n')).toHaveLength(7);
    w.addIssue(incident({ issueId: '10008', key: 'SUP-8', events: [ANSWER] }));
    await refreshIssue(w.env, '10008');
    for (const each of w.warningStore.warnings.values()) {
      if (each.issueId === '10008' && each.state === 'missed') each.state = 'waiting';
    }
    expect(await told(w, '2026-11-23T13:05')).toHaveLength(1);
    w.now = moscow('2026-11-23T14:06');
    await tellDueWarnings(w.env);
    expect(w.mails.length).toBeGreaterThan(1);
  });

  it('leaves out of a list what its reader may not browse', async () => {
    const w = warnedWorld({ warnings: [{ at: '75%', notify: ['tam'] }] });
    for (let number = 1; number <= 7; number += 1) {
      const ids = { issueId: String(10_000 + number), key: `SUP-${number}` };
      w.addIssue(incident({ ...ids, events: [ANSWER] }));
    }
    w.hiddenFrom.set('tam', ['10001', '10004']);
    expect(await told(w, '2026-11-23T13:00')).toEqual(['tam: 5 notices from TAM']);
    const lines = w.mails[0]?.text.split('\n') ?? [];
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      ...['SUP-2', 'SUP-3', 'SUP-5', 'SUP-6', 'SUP-7'],
    ]);
  });

  it('leaves it to Jira who may browse what, where that does not tell', async () => {
    const w = warnedWorld({ warnings: [{ at: '75%', notify: ['tam'] }] });
    for (let number = 1; number <= 7; number += 1) {
      const ids = { issueId: String(10_000 + number), key: `SUP-${number}` };
      w.addIssue(incident({ ...ids, events: [ANSWER] }));
    }
    w.rightsFailWith = new JiraError('POST /permissions/check', 403);
    expect(await told(w, '2026-11-23T13:00')).toHaveLength(7);
    expect(w.mails.map(({ text }) => text.split('\n').length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('sends no list of what its reader may not browse at all', async () => {
    const w = warnedWorld({ warnings: [{ at: '75%', notify: ['tam'] }] });
    for (let number = 1; number <= 7; number += 1) {
      const ids = { issueId: String(10_000 + number), key: `SUP-${number}` };
      w.addIssue(incident({ ...ids, events: [ANSWER] }));
    }
    w.hiddenFrom.set(
      'tam',
      [1, 2, 3, 4, 5, 6, 7].map((number) => String(10_000 + number)),
    );
    expect(await told(w, '2026-11-23T13:00')).toEqual([]);
  });
});
