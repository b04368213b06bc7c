import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { HostClock } from '../clock';
import type { Forge } from '../forge/forge';
import { contentSecurityPolicy } from '../forge/frames/content-security-policy';
import { SITE } from '../forge/site';
import { repoRoot } from '../repo-root';
import { fileIn, sendFile, sendText } from './serve-file';

const PATH = /^\/frames\/([0-9a-f-]{36})\/(.+)$/;
const BRIDGE = '__bridge.js';

export type FramesOriginParts = {
  forge: Forge;
  clock: HostClock;
  /** Origin of the shell, the only page that may speak with a frame. */
  hostOrigin: () => string;
  functionsDir: string;
};

/** The origin on which the app's pages live: their files, the policy, the bridge script. */
export function framesOrigin(parts: FramesOriginParts) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const [, frameId = '', path = ''] = PATH.exec(pathOf(request)) ?? [];
    const frame = parts.forge.findFrame(frameId);
    if (frame === undefined) sendText(response, 404, 'no such frame');
    else sendFrameFile(response, frame.folder, path, parts);
  };
}

function sendFrameFile(
  response: ServerResponse,
  folder: string,
  path: string,
  parts: FramesOriginParts,
): void {
  const file = path === BRIDGE ? bridgeFile() : (fileIn(folder, path) ?? translation(parts, path));
  if (file === undefined) sendText(response, 404, `the app has no page ${path}: is it built?`);
  else if (path.endsWith('.html')) sendPage(response, file, parts);
  else sendFile(response, file);
}

function bridgeFile(): string {
  return join(repoRoot(), 'tests/host/forge/frame-bridge.js');
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://host').pathname;
}

/** Forge packs the manifest's translations beside every resource. */
function translation({ functionsDir }: FramesOriginParts, path: string): string | undefined {
  return path.startsWith('__LOCALES__/') ? fileIn(functionsDir, path) : undefined;
}

function sendPage(response: ServerResponse, file: string, parts: FramesOriginParts): void {
  const hostOrigin = parts.hostOrigin();
  const bridge = `<script src="./${BRIDGE}" data-clock-offset="${parts.clock.offset()}" data-host-origin="${hostOrigin}"></script>`;
  const html = readFileSync(file, 'utf8').replace('<head>', `<head>${bridge}`);
  response.writeHead(200, {
    'content-type': 'text/html;charset=UTF-8',
    'content-security-policy': contentSecurityPolicy(new URL(SITE.siteUrl).host, hostOrigin),
  });
  response.end(html);
}
