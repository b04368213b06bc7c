import type { SlaReport } from '../../../src/contract/sla-report';

/** `sla-ACME-2026-10-01-2026-10-31.csv`: the first and the last day in the report's zone. */
export function fileName({ clientProject, period, timeZone }: SlaReport): string {
  const dayOf = (at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
  const [first, last] = [dayOf(Date.parse(period.from)), dayOf(Date.parse(period.to) - 1)];
  return `sla-${clientProject.key}-${first}-${last}.csv`;
}

/** Has the browser save a text as a file. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun with the click; what it reads must outlive this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
