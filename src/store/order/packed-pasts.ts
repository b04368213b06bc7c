import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PastStep } from '../../usecases/ports/dry-run-port';

/** A value of Forge KVS holds 240 KiB, its JSON included. */
const LONGEST = 200_000;

/**
 * Pasts as texts that each fit into one value of Forge KVS: deflated JSON, in base64. Statuses and
 * people come again and again, so that a page holds some 1,000 issues with 20 changes each.
 */
export function packPasts(pasts: readonly PastStep[]): readonly string[] {
  if (pasts.length === 0) return [];
  const text = deflateRawSync(JSON.stringify(pasts)).toString('base64');
  if (text.length <= LONGEST || pasts.length === 1) return [text];
  const half = Math.ceil(pasts.length / 2);
  return [...packPasts(pasts.slice(0, half)), ...packPasts(pasts.slice(half))];
}

/** What `packPasts` has packed. Throws for any other text. */
export function unpackPasts(text: string): readonly PastStep[] {
  return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString('utf8'));
}
