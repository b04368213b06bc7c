import type { ExternalBlocker } from '../../../../src/contract/order-acts';
import type { PanelView } from '../../../../src/contract/tam-panel';
import { openUrl } from '../../bridge/router';
import { useTexts } from '../../ui/viewer';
import { ActButton } from '../clocks/act-button';

type Props = {
  blockers: readonly ExternalBlocker[];
  mayDecide: boolean;
  accept: (view: PanelView) => void;
};

/** What the issue waits for elsewhere: it holds nothing back, and its state is set here by hand. */
export function ExternalBlockers({ blockers, mayDecide, accept }: Props) {
  const { external } = useTexts().order;
  if (blockers.length === 0) return null;
  return (
    <section aria-label={external.label}>
      <h3>{external.label}</h3>
      <p className="small subtle">{external.text}</p>
      <ul>
        {blockers.map(({ linkId, title, url, state }) => {
          const next = state === 'open' ? 'done' : 'open';
          return (
            <li key={linkId} className="row">
              <Title title={title} url={url} />
              <span className="small subtle">{external.state[state]}</span>
              {mayDecide && (
                <ActButton
                  request={{ kind: 'setExternal', linkId, state: next }}
                  label={external.set[next]}
                  name={external.setNamed[next](title)}
                  done={external.saved}
                  accept={accept}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Title({ title, url }: Pick<ExternalBlocker, 'title' | 'url'>) {
  if (url === null) return <bdi>{title}</bdi>;
  return (
    <a
      href={url}
      onClick={(event) => {
        event.preventDefault();
        openUrl(url).catch(() => undefined);
      }}
    >
      <bdi>{title}</bdi>
    </a>
  );
}
