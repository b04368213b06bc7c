import type { TamSettingsApi } from '../../../src/contract/tam-settings';
import { resolverOf } from '../bridge/invoke';

export const resolver = resolverOf<TamSettingsApi>();
