import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { ColorMode, Session } from './host-types';
import { http } from './http';
import { useLoad } from './use-load';

type SessionPort = {
  session: Session;
  now: () => number;
  actAs: (accountId: string) => Promise<void>;
  setLocale: (locale: string) => Promise<void>;
  setColorMode: (colorMode: ColorMode) => Promise<void>;
};

const SessionContext = createContext<SessionPort | undefined>(undefined);

export function useSession(): SessionPort {
  const port = useContext(SessionContext);
  if (!port) throw new Error('useSession stands outside SessionProvider');
  return port;
}

/** Another person or language means another Jira: the page starts afresh. */
async function startAfresh(change: Promise<unknown>): Promise<void> {
  await change;
  window.location.reload();
}

type ProviderProps = { children: ReactNode; whileLoading: (error?: string) => ReactNode };

export function SessionProvider({ children, whileLoading }: ProviderProps) {
  const loaded = useLoad(
    'session',
    () => http.get<Session>('/host/session'),
    (news) => news.type === 'clock',
  );
  const session = loaded.data;
  const colorMode = session?.colorMode ?? 'light';
  useEffect(() => {
    document.documentElement.dataset.colorMode = colorMode;
  }, [colorMode]);

  if (!session) return whileLoading(loaded.error);
  const port: SessionPort = {
    session,
    now: () => Date.now() + session.offsetMs,
    actAs: (accountId) => startAfresh(http.post('/host/act-as', { accountId })),
    setLocale: (locale) => startAfresh(http.post('/host/preferences', { locale })),
    setColorMode: async (next) => {
      await http.post('/host/preferences', { colorMode: next });
      loaded.change({ ...session, colorMode: next });
    },
  };
  return <SessionContext.Provider value={port}>{children}</SessionContext.Provider>;
}
