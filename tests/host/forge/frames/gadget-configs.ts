/** What gadgets' edit views saved, by dashboard and gadget. */
export interface GadgetConfigs {
  read(dashboardId: string, gadgetId: string): Record<string, unknown> | undefined;
  save(dashboardId: string, gadgetId: string, config: Record<string, unknown>): void;
}

export function createGadgetConfigs(): GadgetConfigs {
  const saved = new Map<string, Record<string, unknown>>();
  const keyOf = (dashboardId: string, gadgetId: string): string => `${dashboardId}/${gadgetId}`;
  return {
    read: (dashboardId, gadgetId) => saved.get(keyOf(dashboardId, gadgetId)),
    save: (dashboardId, gadgetId, config) => {
      saved.set(keyOf(dashboardId, gadgetId), config);
    },
  };
}
