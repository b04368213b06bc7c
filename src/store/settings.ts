import type { SettingsPort } from '../usecases/ports/store-ports';

export function settingsStore(): SettingsPort {
  throw new Error('not filled in yet');
}
