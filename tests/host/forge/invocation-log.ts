import type { InvocationRecord } from './invocation';

const KEPT = 5_000;

/** The inspector's list: the last invocations of this run, oldest first. */
export class InvocationLog {
  private readonly records: InvocationRecord[] = [];
  private readonly listeners: ((record: InvocationRecord) => void)[] = [];
  private lastId = 0;

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  add(record: InvocationRecord): void {
    this.records.push(record);
    if (this.records.length > KEPT) this.records.shift();
    for (const listener of this.listeners) listener(record);
  }

  /** Records that ended after the one with this id. */
  since(id = 0): InvocationRecord[] {
    return this.records.filter((record) => record.id > id);
  }

  onRecord(listener: (record: InvocationRecord) => void): void {
    this.listeners.push(listener);
  }
}
