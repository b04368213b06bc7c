/** The departments of a hosting company, each with its own Jira project and board. */
export interface Department {
  key: string;
  name: string;
  /** Clients' incidents come here; its workflow can wait for the client. */
  takesIncidents: boolean;
}

const works = (key: string, name: string): Department => ({ key, name, takesIncidents: false });
const answers = (key: string, name: string): Department => ({ key, name, takesIncidents: true });

export const departments: readonly Department[] = [
  works('NET', 'Network'),
  works('VIRT', 'Virtualisation'),
  works('HYPV', 'Hyper-V virtualisation'),
  works('BACKUP', 'Backup'),
  works('MS', 'Microsoft'),
  works('MON', 'Monitoring'),
  works('UNIX', 'Unix'),
  works('DBA', 'DBA'),
  works('SEC', 'Cyber defence'),
  works('DC', 'External DC management'),
  works('DESIGN', 'Design centre'),
  works('ARCH', 'Architecture'),
  works('DEV', 'Software development'),
  works('INFRA', 'Infrastructure operations'),
  answers('DUTY', 'Duty engineers'),
  answers('SUP', 'Support'),
];
