import { assemble, type ForgeOptions, type ForgeParts } from './assemble';
import { judgeTransitionsBy } from './events/judge-transition';
import type { Assumptions, Forge } from './forge';
import { bridgeRecord, fetchProduct, type ProductAnswer } from './frames/fetch-product';
import type { OpenFrame } from './frames/frame';
import { createGadgetConfigs } from './frames/gadget-configs';
import { OpenFrames, surfaceOf } from './frames/open-frames';
import { installApp } from './install-app';
import { install, uninstall } from './installation';
import type { InvocationOutcome } from './invocation';
import { listModules } from './manifest/list-modules';
import { createTranslator, type Translator } from './manifest/translate';
import { readBadges } from './read-badges';
import { idle } from './settle';

/** Installs the app into the local Jira and starts everything that calls it. */
export async function createForge(options: ForgeOptions): Promise<Forge> {
  const parts = await assemble(options);
  const { manifest, jira, log, appDir, clock, agenda, activity } = parts;
  const gadgets = createGadgetConfigs();
  const frames = new OpenFrames(appDir, manifest, jira, gadgets);
  const translatorOf = (locale: string): Translator =>
    createTranslator(appDir, manifest.translations, locale);
  const assumptions: Assumptions = { tellMover: false };
  installApp(jira, manifest, translatorOf('en-US'));
  jira.onEvent((event) => parts.events.deliver(event));
  jira.judgeTransitionsWith(judgeTransitionsBy(manifest, parts.invoke, assumptions));
  return {
    manifest,
    gadgets,
    switches: parts.switches,
    assumptions,
    outages: parts.outages,
    haste: parts.haste,
    unknownCalls: parts.proxy.unknownCalls,
    isInstalled: () => parts.installation.isInstalled,
    uninstall: () => uninstall(parts),
    install: () => install(parts, translatorOf('en-US')),
    listModules: (place, { locale }) =>
      parts.installation.isInstalled ? listModules(manifest, place, translatorOf(locale)) : [],
    openFrame: (request, viewer) => frames.open(request, viewer),
    findFrame: (frameId) => frames.find(frameId),
    invokeInFrame: (frameId, functionKey, payload) =>
      invokeInFrame(parts, frameOf(frames, frameId), functionKey, payload),
    fetchInFrame: (frameId, payload) => fetchInFrame(parts, frameOf(frames, frameId), payload),
    badges: async (issueKey, viewer) =>
      parts.installation.isInstalled
        ? readBadges({ ...parts, gadgets }, issueKey, viewer, translatorOf(viewer.locale))
        : [],
    runSchedule: (moduleKey) => parts.schedules.run(moduleKey),
    deliver: (event) => parts.events.deliver(event),
    jobs: () => parts.jobs.waiting(),
    query: async (statement, params = []) => {
      const [rows] = await parts.sqlPool.query(statement, params);
      return rows as Record<string, unknown>[];
    },
    invocations: (since) => log.since(since),
    onInvocation: (listener) => log.onRecord(listener),
    idle: () => idle(clock, agenda, activity),
    stop: () => stop(parts),
  };
}

function frameOf(frames: OpenFrames, frameId: string): OpenFrame {
  const frame = frames.find(frameId);
  if (frame === undefined) throw new Error(`no open frame ${frameId}`);
  return frame;
}

/** The resolver's call carries the context that Forge vouches for, never the page's own. */
function invokeInFrame(
  { manifest, invoke }: ForgeParts,
  { moduleKey, accountId, context }: OpenFrame,
  functionKey: string,
  payload: unknown,
): Promise<InvocationOutcome> {
  const { resolver } = surfaceOf(manifest, moduleKey);
  if (resolver === undefined) throw new Error(`${moduleKey} has no resolver`);
  return invoke({
    functionKey: resolver,
    moduleKey,
    trigger: 'resolver',
    shownAs: functionKey,
    actor: accountId,
    body: { call: { functionKey, payload }, context },
  });
}

function fetchInFrame(
  { jiraService, log, clock, activity }: ForgeParts,
  { moduleKey, accountId }: OpenFrame,
  payload: unknown,
): Promise<ProductAnswer> {
  return activity.during(async () => {
    const record = bridgeRecord(log.nextId(), clock.now(), moduleKey, accountId);
    const invocation = { record, actor: accountId, chain: { pushes: 0 } };
    const answer = await fetchProduct(jiraService, payload, invocation);
    record.ms = record.jiraCalls[0]?.ms ?? 0;
    log.add(record);
    return answer;
  });
}

async function stop({ agenda, pool, proxy, sqlPool }: ForgeParts): Promise<void> {
  agenda.stop();
  await pool.stop();
  await proxy.stop();
  await sqlPool.end();
}
