import type { OrderPolicy } from '../../../core/order/policy/order-policy';
import type { OrderSite } from '../../../core/order/policy/order-site';
import type { UserEnv } from '../../env';
import { textsFor } from '../../problem';
import type { OrderTexts } from '../../texts/order-settings-texts';
import { listCalendars } from './load-order-settings';

/** A value of Forge KVS holds 240 KiB. */
const LONGEST = 200_000;

/**
 * What well-formed settings say wrongly, in the viewer's language, each with the name of the thing.
 * What was saved before and is gone since, such as a department, may stay: it must not keep an
 * administrator from changing something else.
 */
export async function faultsOfSite(
  env: UserEnv,
  site: OrderSite,
  before: OrderSite,
): Promise<readonly string[]> {
  const texts = textsFor(env).orderSettings;
  const departments = await env.settings.listDepartments();
  const known = new Set([
    ...departments.map(({ projectKey }) => projectKey),
    ...projectKeysOf(before),
  ]);
  const strangers = [...new Set(projectKeysOf(site))].filter((key) => !known.has(key));
  return [
    ...(JSON.stringify(site).length > LONGEST ? [texts.tooLong] : []),
    ...strangers.map(texts.notADepartment),
    ...site.rules.policies.flatMap((policy) => faultsOfPolicy(policy, texts)),
    ...repeated(site.rules.policies.map(({ name }) => name)).map(texts.policyTwice),
    ...(await faultsOfCalendars(env, site, before)),
    ...faultsOfHandOvers(site, texts),
  ];
}

function faultsOfPolicy(
  { name, linkTypes, releasing, lags, scope }: OrderPolicy,
  texts: OrderTexts,
): string[] {
  const faults: string[] = [];
  if (repeated(linkTypes.map(({ typeId }) => typeId ?? '')).length > 0) {
    faults.push(texts.linkTypeTwice(name));
  }
  if (releasing.kind !== 'wellKnown' && releasing.resolutionIds.length === 0) {
    faults.push(texts.noResolution(name));
  }
  if (scope.kind === 'clientProjects' && scope.ids?.length === 0) {
    faults.push(texts.noClientProject(name));
  }
  const pairs = lags.map(({ fromProjectKey, toProjectKey }) =>
    pairOf(fromProjectKey, toProjectKey),
  );
  return [...faults, ...repeated(pairs).map((pair) => texts.lagTwice(name, pair))];
}

async function faultsOfCalendars(
  env: UserEnv,
  { calendars }: OrderSite,
  before: OrderSite,
): Promise<string[]> {
  const texts = textsFor(env).orderSettings;
  const nameOf = (policyKey: string, calendarKey: string) => `${policyKey} ${calendarKey}`;
  const known = new Set([
    ...(await listCalendars(env)).map((it) => nameOf(it.policyKey, it.calendarKey)),
    ...Object.values(before.calendars).map((it) => nameOf(it.policyKey, it.calendarKey)),
  ]);
  return Object.entries(calendars).flatMap(([projectKey, { policyKey, calendarKey }]) =>
    known.has(nameOf(policyKey, calendarKey)) ? [] : [texts.noCalendar(projectKey, calendarKey)],
  );
}

function faultsOfHandOvers({ handOvers }: OrderSite, texts: OrderTexts): string[] {
  const pairs = handOvers.map((form) => pairOf(form.fromProjectKey, form.toProjectKey));
  const fields = handOvers.flatMap((form, at) =>
    repeated(form.fields.map(({ label }) => label)).map((label) =>
      texts.fieldTwice(pairs[at] ?? '', label),
    ),
  );
  return [...repeated(pairs).map(texts.handOverTwice), ...fields];
}

/** "NET → VIRT", with `*` for any department. */
function pairOf(from: string | null, to: string | null): string {
  return `${from ?? '*'} → ${to ?? '*'}`;
}

/** Those that stand there more than once, each once; capitals do not tell them apart. */
function repeated(values: readonly string[]): string[] {
  const plain = values.map((value) => value.toLowerCase());
  return values.filter((value, at) => {
    const first = plain.indexOf(value.toLowerCase());
    return first !== at && plain.indexOf(value.toLowerCase(), first + 1) === at;
  });
}

function projectKeysOf({ rules, calendars, commentsIn, handOvers }: OrderSite): string[] {
  const pairs = [...rules.policies.flatMap(({ lags }) => lags), ...handOvers];
  return [
    ...Object.keys(rules.statusMaps),
    ...Object.keys(calendars),
    ...commentsIn,
    ...pairs.flatMap(({ fromProjectKey, toProjectKey }) =>
      [fromProjectKey, toProjectKey].filter((key) => key !== null),
    ),
  ];
}
