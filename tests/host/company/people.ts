import type { User } from '../jira/state/types';
import { departments } from './departments';

const person = (displayName: string, about: string): User => {
  const slug = displayName.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    accountId: `712020:${slug}`,
    displayName,
    about,
    active: true,
    accountType: 'atlassian',
    timeZone: 'Europe/Moscow',
    locale: 'en_US',
    emailAddress: `${slug}@example.com`,
  };
};

/** The people that tests and the shell act as. */
export const people = {
  admin: person('Alice Admin', 'Jira administrator'),
  tam: person('Ivan Petrov', 'technical account manager of ACME'),
  deputy: person('Daria Orlova', 'deputy technical account manager'),
  netLead: person('Nikolai Vlasov', 'leads Network'),
  virtEngineer: person('Oleg Sidorov', 'engineer of Virtualisation'),
  backupLead: person('Boris Kotov', 'leads Backup'),
  outsider: person('Egor Lapin', 'engineer of Unix, sees everything but Backup'),
  manager: person('Marina Volkova', 'manager, looks and changes nothing'),
  client: person('Clara Moss', 'client reporter of ACME, sees Support only'),
  betaClient: person('Ben Hale', 'client reporter of BETA, sees Support only'),
  gammaClient: person('Greta Lind', 'client reporter of GAMMA, sees Support only'),
} as const;

/** Family names as men bear them; women bear them with an "a" behind. */
const familyNames = [
  ...['Belov', 'Morozov', 'Zaitsev', 'Gusev', 'Titov', 'Frolov', 'Makarov', 'Panin', 'Denisov'],
  ...['Gromov', 'Krylov', 'Maslov', 'Nazarov', 'Osipov', 'Rodionov', 'Savin', 'Tarasov', 'Ushakov'],
  ...['Filatov', 'Kharitonov', 'Chernov', 'Shubin', 'Yudin', 'Antonov', 'Bykov', 'Vorobyov'],
  ...['Golubev', 'Davydov', 'Yershov', 'Zhdanov', 'Ilyin', 'Komarov', 'Lazarev', 'Melnikov'],
  ...['Nosov', 'Pakhomov', 'Rybakov', 'Samoilov', 'Trofimov', 'Fomin', 'Tsvetkov', 'Sharov'],
  ...['Yakovlev', 'Baranov', 'Vinogradov', 'Gavrilov', 'Dorofeev', 'Kalinin'],
] as const;
const women = ['Vera', 'Olga', 'Irina', 'Elena', 'Anna', 'Natalia', 'Ksenia'] as const;
const men = ['Anton', 'Pavel', 'Sergei', 'Roman', 'Dmitri', 'Maxim', 'Kirill', 'Artyom'] as const;

/** Women and men in turn, each with a family name of their own. */
const staffNames: readonly string[] = familyNames.map((family, i) =>
  i % 2 === 0
    ? `${women[(i / 2) % women.length]} ${family}a`
    : `${men[((i - 1) / 2) % men.length]} ${family}`,
);

export interface Staff {
  lead: User;
  engineers: readonly [User, User];
}

const namedLeads: Readonly<Record<string, User>> = {
  NET: people.netLead,
  BACKUP: people.backupLead,
};
const namedEngineers: Readonly<Record<string, User>> = {
  VIRT: people.virtEngineer,
  UNIX: people.outsider,
};

/** Department key -> its people: a lead and two engineers; names repeat on every machine. */
export const staffByDepartment: ReadonlyMap<string, Staff> = new Map(
  departments.map(({ key, name }, i) => {
    const next = (offset: number): User => {
      const role = offset === 0 ? `leads ${name}` : `engineer of ${name}`;
      return person(staffNames[i * 3 + offset] ?? `${name} ${offset}`, role);
    };
    const lead = namedLeads[key] ?? next(0);
    return [key, { lead, engineers: [namedEngineers[key] ?? next(1), next(2)] }];
  }),
);
