import type { ReactNode } from 'react';

type Props = { title: string; room: 'frame' | 'page'; children: ReactNode };

/**
 * What a surface stands in. Its name is for screen readers only: Jira writes it above the frame
 * already, but inside the frame the headings begin anew.
 */
export function Surface({ title, room, children }: Props) {
  return (
    <main className={room === 'page' ? 'surface page' : 'surface'}>
      <h1 className="for-readers-only">{title}</h1>
      {children}
    </main>
  );
}
