import type { Endpoint } from './endpoint';

/** Everything that the local Jira answers; any other call is refused by name. */
export const allEndpoints: readonly Endpoint[] = [];
