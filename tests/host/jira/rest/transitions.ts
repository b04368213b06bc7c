import { issueOfCall } from '../call-values';
import { transitionIssue, transitionsOf } from '../change/transition-issue';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { statusBody, statusOf } from '../render/names';
import type { Transition } from '../state/workflow-types';

export const transitionEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
    query: ['transitionId', 'expand'],
    answer: (call) => {
      const wanted = call.query.get('transitionId');
      const found = transitionsOf(call.site, call.actor, issueOfCall(call)).filter(
        ({ id }) => wanted === null || id === wanted,
      );
      const transitions = found.map((transition) => transitionBody(call, transition));
      return { status: 200, body: { expand: 'transitions', transitions } };
    },
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
    body: ['transition'],
    answer: async (call) => {
      const { id } = (call.body.transition ?? {}) as { id?: unknown };
      if (typeof id !== 'string') throw refuse(400, "Missing 'transition' identifier");
      await transitionIssue(call.site, call.actor, issueOfCall(call), id);
      return { status: 204 };
    },
  },
];

/** No transition has a screen; `fields` (expand=transitions.fields) is therefore empty. */
function transitionBody(call: Call, { id, name, from, to }: Transition) {
  const expanded = call.query.get('expand')?.includes('transitions.fields') ?? false;
  return {
    id,
    name,
    to: statusBody(statusOf(call.site.state, to)),
    hasScreen: false,
    isGlobal: from.length === 0,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: false,
    ...(expanded ? { fields: {} } : {}),
  };
}
