import type { Jira } from '../jira/jira';
import type { Badge, BadgeStatus, Viewer } from './forge';
import { extensionOf } from './frames/extension';
import type { GadgetConfigs } from './frames/gadget-configs';
import type { AppManifest, SurfaceModule } from './manifest/app-manifest';
import type { Translator } from './manifest/translate';
import type { Invoker } from './runtime/invoker';
import { SITE } from './site';

/**
 * The collapsed badges of an issue. The dynamicProperties function gets the site and the
 * extension; where it fails, the manifest's own status stands. ("Jira issue context", Forge docs.)
 */
export async function readBadges(
  parts: { jira: Jira; manifest: AppManifest; gadgets: GadgetConfigs; invoke: Invoker },
  issueKey: string,
  viewer: Viewer,
  translate: Translator,
): Promise<Badge[]> {
  const { jira, manifest, gadgets } = parts;
  const surfaces = manifest.surfaces.filter(({ type }) => type === 'jira:issueContext');
  const badges: Badge[] = [];
  for (const surface of surfaces) {
    const request = { moduleKey: surface.key, issueKey };
    const { location, ...extension } = await extensionOf(
      jira,
      gadgets,
      surface,
      request,
      viewer.accountId,
    );
    const status = await statusOf(parts.invoke, surface, extension, viewer);
    badges.push({
      moduleKey: surface.key,
      title: translate(surface.title),
      label: translate(surface.label ?? surface.title),
      ...(status === undefined ? {} : { status }),
    });
  }
  return badges;
}

async function statusOf(
  invoke: Invoker,
  surface: SurfaceModule,
  extension: Record<string, unknown>,
  { accountId }: Viewer,
): Promise<BadgeStatus | undefined> {
  const own = surface.status as BadgeStatus | undefined;
  if (surface.dynamicProperties === undefined) return own;
  const outcome = await invoke({
    functionKey: surface.dynamicProperties,
    moduleKey: surface.key,
    trigger: 'badge',
    actor: accountId,
    body: { cloudId: SITE.cloudId, extension },
  });
  if (!outcome.ok) return own;
  return (outcome.body as { status?: BadgeStatus } | undefined)?.status ?? own;
}
