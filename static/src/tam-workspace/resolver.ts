import type { TamWorkspaceApi } from '../../../src/contract/tam-workspace';
import { resolverOf } from '../bridge/invoke';

export const resolver = resolverOf<TamWorkspaceApi>();

/** People whose name fits what was typed, to choose from. */
export const searchPeople = (text: string) => resolver.searchPeople({ text });
