import type { FrameRequest } from '../forge/frames/frame';
import type { Place } from '../forge/manifest/list-modules';
import { BadHostCall, type HostCall, type HostRoute, param, queried } from './host-call';

const PLACES: readonly Place[] = ['issue', 'project', 'global', 'admin', 'dashboard', 'workflow'];

/** The app's modules, badges, frames and gadget settings. */
export const appRoutes: HostRoute[] = [
  {
    method: 'GET',
    pattern: /^\/host\/modules$/,
    answer: (call) => {
      const place = PLACES.find((one) => one === queried(call, 'at'));
      if (place === undefined) throw new BadHostCall(`at must be one of ${PLACES.join(', ')}`);
      return call.forge.listModules(place, call.viewer);
    },
  },
  {
    method: 'GET',
    pattern: /^\/host\/badges$/,
    answer: (call) => call.forge.badges(queried(call, 'issueKey'), call.viewer),
  },
  { method: 'POST', pattern: /^\/host\/frames$/, answer: openFrame },
  { method: 'POST', pattern: /^\/host\/frames\/([^/]+)\/bridge$/, answer: bridge },
  {
    method: 'GET',
    pattern: /^\/host\/gadgets\/([^/]+)\/([^/]+)\/config$/,
    answer: (call) => call.forge.gadgets.read(param(call, 0), param(call, 1)) ?? {},
  },
  {
    method: 'PUT',
    pattern: /^\/host\/gadgets\/([^/]+)\/([^/]+)\/config$/,
    answer: (call) => {
      const config = call.body as Record<string, unknown>;
      call.forge.gadgets.save(param(call, 0), param(call, 1), config);
    },
  },
];

async function openFrame({ forge, viewer, body, framesUrl }: HostCall): Promise<unknown> {
  const { frameId, path, context } = await forge.openFrame(body as FrameRequest, viewer);
  return { frameId, url: `${framesUrl}${path}`, context };
}

type BridgeCall = { cmd: string; payload: unknown };

/**
 * The two bridge commands that leave the browser. An app's error is an answer, not a failed
 * request.
 */
async function bridge(call: HostCall): Promise<unknown> {
  const { cmd, payload } = call.body as BridgeCall;
  const frameId = param(call, 0);
  if (cmd === 'fetchProduct') {
    return { ok: true, result: await call.forge.fetchInFrame(frameId, payload) };
  }
  if (cmd !== 'invoke') throw new BadHostCall(`the host does not know the bridge command ${cmd}`);
  const { functionKey, payload: given } = payload as { functionKey: string; payload?: unknown };
  const outcome = await call.forge.invokeInFrame(frameId, functionKey, given);
  if (outcome.ok) return { ok: true, result: outcome.body };
  const message = `There was an error invoking the function - ${outcome.error.message}`;
  return { ok: false, error: { message } };
}
