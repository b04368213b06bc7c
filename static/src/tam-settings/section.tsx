import { type ReactNode, useId } from 'react';
import type { SettingsView } from '../../../src/contract/tam-settings';
import './section.css';

/** What the sections that save something have in common. */
export type SectionProps = { view: SettingsView; accept: (view: SettingsView) => void };

/** A part of the settings with its heading and what it is for. */
export function Section(props: { title: string; text: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <section className="settings-section" aria-labelledby={headingId}>
      <h2 id={headingId}>{props.title}</h2>
      <p className="subtle">{props.text}</p>
      {props.children}
    </section>
  );
}
