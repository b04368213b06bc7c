import type { AppManifest } from '../manifest/app-manifest';
import { NotModelledByForge, type Service } from './service';

/** Calls to the world outside: refused unless the manifest names the host, and never made. */
export function createEgressService(manifest: AppManifest): Service {
  return ({ target }) => {
    const { origin, hostname } = new URL(target);
    const named = manifest.egress.some((one) => one === origin || one === hostname || one === '*');
    if (named) throw new NotModelledByForge(`egress to ${origin}`);
    return {
      status: 403,
      headers: { 'forge-proxy-error': 'REQUEST_EGRESS_ALLOWLIST_ERR' },
      body: { message: `URL not included in the external fetch backend permissions: ${target}` },
    };
  };
}
