import type { ComplianceView } from '../../../src/contract/sla-report';
import { formatLocale } from '../i18n/locale';
import { percentText, targetText } from '../i18n/percent';
import { useViewer } from '../ui/viewer';
import { decidedOf, isSmallSample } from './figures';

type Props = {
  name: string;
  compliance: ComplianceView;
  targetPercent: number;
  /** Said where nothing was decided. */
  whenNone: string;
};

/** One percentage with the counts that it is made of; in words when they are too few. */
export function Figure({ name, compliance, targetPercent, whenNone }: Props) {
  const { texts, language } = useViewer();
  const { report } = texts;
  const { percent, met, breached } = compliance;
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  return (
    <section className="figure" aria-label={name}>
      <p className="subtle">{name}</p>
      {percent === null ? (
        <p className="figure-words">{whenNone}</p>
      ) : (
        <>
          <p className={`figure-percent ${percent < targetPercent ? 'figure-missed' : ''}`}>
            {percentText(percent, { breached, targetPercent }, language)}
          </p>
          <p>{report.metOf(count(met), count(decidedOf(compliance)))}</p>
          <p className="subtle small">
            {report.target(targetText(targetPercent, language))}
            {': '}
            {percent < targetPercent ? report.missed : report.reached}
          </p>
          {isSmallSample(compliance) && (
            <p className="subtle small">{report.smallSample(decidedOf(compliance))}</p>
          )}
        </>
      )}
    </section>
  );
}
