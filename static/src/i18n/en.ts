import { act } from './en/act';
import { calendar } from './en/calendar';
import { coverage } from './en/coverage';
import { department } from './en/department';
import { handOver } from './en/hand-over';
import { issue } from './en/issue';
import { ledger } from './en/ledger';
import { order } from './en/order';
import { orderSettings } from './en/order-settings';
import { panel } from './en/panel';
import { policy } from './en/policy';
import { report } from './en/report';
import { rule } from './en/rule';
import { runs } from './en/runs';
import { settings } from './en/settings';
import { shared } from './en/shared';
import { simulation } from './en/simulation';
import { whatIf } from './en/what-if';
import { workspace } from './en/workspace';

/** Every text on screen; the other languages have exactly this shape. */
export const en = {
  shared,
  issue,
  handOver,
  panel,
  workspace,
  department,
  report,
  settings,
  runs,
  simulation,
  act,
  ledger,
  order,
  policy,
  calendar,
  orderSettings,
  rule,
  coverage,
  whatIf,
};

export type Texts = typeof en;
