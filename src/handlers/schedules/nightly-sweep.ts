import * as v from 'valibot';
import { sweepIncidents } from '../../usecases/sweep-incidents';
import { inBackground } from '../edge-background';

/** scheduledTrigger "nightly-sweep": finds what no event told. */
export const handler = inBackground('nightly-sweep', v.unknown(), ({ env }) => sweepIncidents(env));
