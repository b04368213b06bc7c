import { view } from '@forge/bridge';

/**
 * Follows the product's light or dark theme. Without it the surface stays light, so a failure is no
 * reason to stop.
 */
export async function followTheme(): Promise<void> {
  await view.theme.enable().catch(() => undefined);
}
