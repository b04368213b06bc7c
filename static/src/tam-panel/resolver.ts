import type { TamPanelApi } from '../../../src/contract/tam-panel';
import { resolverOf } from '../bridge/invoke';

export const resolver = resolverOf<TamPanelApi>();
