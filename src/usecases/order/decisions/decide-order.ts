import type { Answer } from '../../../contract/answer';
import type { OrderActRequest } from '../../../contract/order-acts';
import type { UserEnv } from '../../env';
import { setExternal } from '../read/external-blockers';
import { confirmCancelled } from './confirm-cancelled';
import { keepCopiedLink, removeCopiedLink } from './copied-link';
import { setLag } from './set-lag';
import { setNotBefore } from './set-not-before';
import { setOrder } from './set-order';

/** Whatever a TAM decides about the place of one issue in the order. */
export function decideOrder(
  env: UserEnv,
  issueId: string,
  request: OrderActRequest,
): Promise<Answer<null>> {
  switch (request.kind) {
    case 'confirmCancelled':
      return confirmCancelled(env, issueId, request.blockerId);
    case 'setNotBefore':
      return setNotBefore(env, issueId, request.at);
    case 'setLag':
      return setLag(env, issueId, request.blockerId, request.lag);
    case 'keepCopied':
      return keepCopiedLink(env, issueId, request.blockerId);
    case 'removeCopied':
      return removeCopiedLink(env, issueId, request.blockerId);
    case 'setExternal':
      return setExternal(env, issueId, request.linkId, request.state);
    case 'restoreLink':
      // What was ordered once is ordered anew, by the same checks (order semantics D6).
      return setOrder(env, issueId, { successorId: issueId, blockerId: request.blockerId });
  }
}
