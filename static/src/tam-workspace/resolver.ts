import type { TamWorkspaceApi } from '../../../src/contract/tam-workspace';
import { resolverOf } from '../bridge/invoke';

export const resolver = resolverOf<TamWorkspaceApi>();

export const searchPeople = (text: string) => resolver.searchPeople({ text });
