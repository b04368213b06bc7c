import * as v from 'valibot';
import { disableRules } from '../../usecases/order/coverage/disable-rules';
import { inBackground } from '../edge-background';

/**
 * preUninstall "pre-uninstall": the second net for who uninstalls without "Prepare uninstall". Forge
 * gives it 55 s and no user, and uninstalls whatever comes of it.
 */
export const handler = inBackground('pre-uninstall', v.unknown(), ({ env }) => disableRules(env));
