import { useTexts } from '../../ui/viewer';

type Props = { facts: readonly { readonly label: string; readonly text: string }[] };

/** What was handed over, as it was typed; fields without text are left out. */
export function HandOverFacts({ facts }: Props) {
  const { handOver: texts } = useTexts();
  const filled = facts.filter(({ text }) => text.trim() !== '');
  if (filled.length === 0) return <p className="subtle">{texts.noFacts}</p>;
  return (
    <dl className="hand-over-facts">
      {filled.map(({ label, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have one label.
        <div key={`${index} ${label}`}>
          <dt>
            <bdi>{label}</bdi>
          </dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
