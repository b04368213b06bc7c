import type { Env } from '../../env';

/**
 * The same world, in which the settings of the order are read once: for a job that looks at many
 * issues, all of which may be judged by what was set when it began.
 */
export function withOneSetup(env: Env): Env {
  const { order, settings } = env;
  return {
    ...env,
    order: { ...order, findSite: once(order.findSite) },
    settings: {
      ...settings,
      listDepartments: once(settings.listDepartments),
      findBlockLinkTypeId: once(settings.findBlockLinkTypeId),
    },
  };
}

/** What failed is asked for again. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= read().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}
