import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { instant } from '../../core/time';
import { DRY_RUNS_KEPT, type DryRunPort, type DryRunRun } from '../../usecases/ports/dry-run-port';
import { packPasts, unpackPasts } from './packed-pasts';

/** Ids, latest first: a query of Forge KVS may be seconds behind, a read by key is not. */
const LIST = 'order-dry-runs';
const runAt = (id: string) => `order-dry-run:${id}`;
const stopAt = (id: string) => `order-dry-run-stop:${id}`;
const pageAt = (id: string, page: number) => `order-dry-run:${id}:${page}`;

/** A step that goes on meanwhile finds the mark; after a day there is none. */
const STOP_FOR = { value: 1, unit: 'DAYS' } as const;

/** Written by nobody but us, in one shape: that it is a run is all that is checked. */
const storedRun = v.custom<DryRunRun>(
  (value) => typeof value === 'object' && value !== null && 'rules' in value && 'pages' in value,
);

/** Dry runs of the order in Forge KVS: the run, why it stopped, and what it has read so far. */
export function dryRunStore(): DryRunPort {
  return {
    addRun,
    findRun,
    listRuns: async () => {
      const runs = await Promise.all((await listIds()).map(findRun));
      return runs.filter((run) => run !== null);
    },
    saveRun: async (run) => {
      if ((await kvs.get(stopAt(run.id))) !== undefined) return false;
      await kvs.set(runAt(run.id), run);
      return true;
    },
    stopRun: async (id, at) => {
      await kvs.set(stopAt(id), at, { ttl: STOP_FOR, keyPolicy: 'OVERRIDE' });
      const run = await findRun(id);
      if (run === null) return;
      await kvs.set(runAt(id), run);
      await dropPasts(id, run.pages);
    },
    deleteRun,
    keepPasts: async (id, pages, pasts) => {
      let next = pages;
      for (const text of packPasts(pasts)) {
        await kvs.set(pageAt(id, next), text);
        next += 1;
      }
      return next;
    },
    listPasts: async (id, pages) => {
      const texts = await Promise.all(
        pageNumbers(pages).map((page) => kvs.get<string>(pageAt(id, page))),
      );
      return texts.flatMap((text) => unpackPasts(v.parse(v.string(), text)));
    },
    dropPasts,
  };
}

async function addRun(run: DryRunRun): Promise<void> {
  const ids = await listIds();
  const runs = await Promise.all(ids.map(findRun));
  const over = ids.filter((_id, at) => runs[at]?.finishedAt !== null);
  const gone = over.slice(Math.max(0, DRY_RUNS_KEPT - 1 - (ids.length - over.length)));
  for (const id of gone) await deleteRun(id);
  await kvs.set(runAt(run.id), run);
  await kvs.set(LIST, [run.id, ...ids.filter((id) => !gone.includes(id))]);
}

async function findRun(id: string): Promise<DryRunRun | null> {
  const [value, stopped] = await Promise.all([kvs.get(runAt(id)), kvs.get(stopAt(id))]);
  if (value === undefined) return null;
  const run = v.parse(storedRun, value);
  if (run.finishedAt !== null || typeof stopped !== 'number') return run;
  return { ...run, state: 'cancelled', finishedAt: instant(stopped) };
}

async function deleteRun(id: string): Promise<void> {
  const run = await findRun(id);
  await kvs.set(stopAt(id), Date.now(), { ttl: STOP_FOR, keyPolicy: 'OVERRIDE' });
  if (run !== null) await dropPasts(id, run.pages);
  await kvs.delete(runAt(id));
  await kvs.set(
    LIST,
    (await listIds()).filter((other) => other !== id),
  );
}

async function dropPasts(id: string, pages: number): Promise<void> {
  for (const page of pageNumbers(pages)) await kvs.delete(pageAt(id, page));
}

function pageNumbers(pages: number): readonly number[] {
  return Array.from({ length: pages }, (_, page) => page);
}

async function listIds(): Promise<readonly string[]> {
  const ids = v.safeParse(v.array(v.string()), await kvs.get(LIST));
  return ids.success ? ids.output : [];
}
