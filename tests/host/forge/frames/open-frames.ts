import { randomUUID } from 'node:crypto';
import type { Jira } from '../../jira/jira';
import type { Viewer } from '../forge';
import type { AppManifest, SurfaceModule } from '../manifest/app-manifest';
import { SITE } from '../site';
import { extensionOf } from './extension';
import { type FrameContext, FrameRefused, type FrameRequest, type OpenFrame } from './frame';
import type { GadgetConfigs } from './gadget-configs';
import { readAs } from './read-as';
import { resourcePage } from './resource-page';

/** The frames that the shell has opened: each one's page, person and trusted context. */
export class OpenFrames {
  private readonly frames = new Map<string, OpenFrame>();

  constructor(
    private readonly appDir: string,
    private readonly manifest: AppManifest,
    private readonly jira: Jira,
    private readonly gadgets: GadgetConfigs,
  ) {}

  async open(request: FrameRequest, viewer: Viewer): Promise<OpenFrame> {
    const surface = surfaceOf(this.manifest, request.moduleKey);
    const frameId = randomUUID();
    const { folder, file } = resourcePage(this.appDir, this.manifest, resourceOf(surface, request));
    const frame: OpenFrame = {
      frameId,
      moduleKey: surface.key,
      accountId: viewer.accountId,
      path: `/frames/${frameId}/${file}`,
      folder,
      context: await this.contextOf(frameId, surface, request, viewer),
    };
    this.frames.set(frameId, frame);
    return frame;
  }

  find(frameId: string): OpenFrame | undefined {
    return this.frames.get(frameId);
  }

  private async contextOf(
    frameId: string,
    surface: SurfaceModule,
    request: FrameRequest,
    { accountId, locale, colorMode }: Viewer,
  ): Promise<FrameContext> {
    const me = await readAs<{ timeZone: string }>(this.jira, accountId, 'myself');
    return {
      accountId,
      cloudId: SITE.cloudId,
      environmentId: SITE.environmentId,
      environmentType: SITE.environmentType,
      localId: `${surface.key}/${frameId}`,
      locale,
      moduleKey: surface.key,
      siteUrl: SITE.siteUrl,
      timezone: me.timeZone,
      theme: {
        colorMode,
        light: 'light',
        dark: 'dark',
        spacing: 'spacing',
        typography: 'typography',
        shape: 'shape',
      },
      extension: await extensionOf(this.jira, this.gadgets, surface, request, accountId),
    };
  }
}

export function surfaceOf(manifest: AppManifest, moduleKey: string): SurfaceModule {
  const surface = manifest.surfaces.find(({ key }) => key === moduleKey);
  if (surface === undefined) throw new FrameRefused(`manifest.yml has no page module ${moduleKey}`);
  return surface;
}

function resourceOf(surface: SurfaceModule, request: FrameRequest): string {
  if (request.resource !== undefined) return request.resource;
  const { entryPoint = 'view' } = request;
  const { resource, editResource, createResource } = surface;
  const page = { view: resource, edit: editResource, create: createResource }[entryPoint];
  if (page === undefined || page === '')
    throw new Error(`${surface.key} has no ${entryPoint} page`);
  return page;
}
