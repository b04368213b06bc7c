import type { Texts } from './en';
import { act } from './ru/act';
import { calendar } from './ru/calendar';
import { coverage } from './ru/coverage';
import { department } from './ru/department';
import { handOver } from './ru/hand-over';
import { issue } from './ru/issue';
import { ledger } from './ru/ledger';
import { order } from './ru/order';
import { orderSettings } from './ru/order-settings';
import { panel } from './ru/panel';
import { policy } from './ru/policy';
import { report } from './ru/report';
import { rule } from './ru/rule';
import { runs } from './ru/runs';
import { settings } from './ru/settings';
import { shared } from './ru/shared';
import { simulation } from './ru/simulation';
import { whatIf } from './ru/what-if';
import { workspace } from './ru/workspace';

export const ru: Texts = {
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
