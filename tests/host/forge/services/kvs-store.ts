import type { HostClock } from '../../clock';
import { checkKey, checkValue, KvsRefusal } from './kvs-limits';

export type KvsEntry = {
  key: string;
  value: unknown;
  createdAt: number;
  updatedAt: number;
  expireTime?: string;
};

export type SetOptions = {
  ttl?: { value: number; unit: 'SECONDS' | 'MINUTES' | 'HOURS' | 'DAYS' };
  keyPolicy?: 'OVERRIDE' | 'FAIL_IF_EXISTS';
};

const UNIT_MS = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

/** The entries of one installation, each kind (plain, secret, an entity) in a space of its own. */
export class KvsStore {
  private readonly spaces = new Map<string, Map<string, KvsEntry & { json: string }>>();

  constructor(private readonly clock: HostClock) {}

  get(space: string, key: string): KvsEntry | undefined {
    const entry = this.spaces.get(space)?.get(checkKey(key));
    if (entry === undefined || this.isExpired(entry)) return undefined;
    const { json, ...rest } = entry;
    return { ...rest, value: JSON.parse(json) };
  }

  set(space: string, key: string, value: unknown, options: SetOptions = {}): KvsEntry {
    const json = checkValue(value);
    const before = this.get(space, key);
    if (before !== undefined && options.keyPolicy === 'FAIL_IF_EXISTS') {
      throw new KvsRefusal(409, 'KEY_CONFLICT', `the key exists: ${key}`);
    }
    const now = this.clock.now();
    const entry = {
      key,
      value,
      json,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
      ...expiry(options, now),
    };
    this.space(space).set(key, entry);
    return entry;
  }

  delete(space: string, key: string): void {
    if (this.get(space, key) === undefined) {
      throw new KvsRefusal(404, 'KEY_NOT_FOUND', `no such key: ${key}`);
    }
    this.space(space).delete(key);
  }

  /** All live entries of a space, by key. */
  list(space: string): KvsEntry[] {
    const keys = [...(this.spaces.get(space)?.keys() ?? [])].sort();
    return keys.flatMap((key) => this.get(space, key) ?? []);
  }

  private space(name: string): Map<string, KvsEntry & { json: string }> {
    const known = this.spaces.get(name) ?? new Map();
    this.spaces.set(name, known);
    return known;
  }

  private isExpired({ expireTime }: KvsEntry): boolean {
    return expireTime !== undefined && Date.parse(expireTime) <= this.clock.now();
  }
}

function expiry({ ttl }: SetOptions, now: number): { expireTime?: string } {
  if (ttl === undefined) return {};
  return { expireTime: new Date(now + ttl.value * UNIT_MS[ttl.unit]).toISOString() };
}
