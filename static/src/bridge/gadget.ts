import { view } from '@forge/bridge';

/** Saves a gadget's configuration and leaves its edit view. */
export async function submitGadget(
  configuration: Readonly<Record<string, unknown>>,
): Promise<void> {
  await view.submit(configuration);
}

/** Leaves the edit view with the configuration as it was. */
export async function leaveGadget(): Promise<void> {
  await view.close();
}
