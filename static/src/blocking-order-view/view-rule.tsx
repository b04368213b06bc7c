import type { BlockingOrderApi } from '../../../src/contract/blocking-order';
import { resolverOf } from '../bridge/invoke';
import { Answered } from '../ui/answered';
import { RuleExplained, SettingsLink, scopeOf } from '../ui/rule-explained';
import { Surface } from '../ui/surface';
import { useAnswer } from '../ui/use-answer';
import { useTexts } from '../ui/viewer';

const resolver = resolverOf<BlockingOrderApi>();

/** What a rule that stands on a transition does there. */
export function ViewRule() {
  const asked = useAnswer(() => resolver.describe({}));
  const { rule } = useTexts();
  return (
    <Surface title={rule.title} room="frame">
      <Answered asked={asked}>
        {(view) => {
          const scope = scopeOf(view.chosen ?? view.gates) ?? 'both';
          return (
            <>
              <RuleExplained view={view} scope={scope} />
              <p className="small">
                {rule.choose}: {rule.choices[scope]}
              </p>
              <SettingsLink />
            </>
          );
        }}
      </Answered>
    </Surface>
  );
}
