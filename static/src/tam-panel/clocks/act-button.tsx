import Button from '@atlaskit/button/new';
import type { OrderActRequest } from '../../../../src/contract/order-acts';
import { announceDone } from '../../bridge/flags';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import type { OrderProps } from '../order/order-section';
import { resolver } from '../resolver';

type Props = Pick<OrderProps, 'accept'> & {
  request: OrderActRequest;
  label: string;
  /** What it is about, for those who do not see it beside. */
  name: string;
  done: string;
};

/** One decision about the order that needs nothing but a click. */
export function ActButton({ request, label, name, done, accept }: Props) {
  const act = useAction();
  return (
    <>
      <Button
        spacing="compact"
        isLoading={act.isBusy}
        aria-label={name}
        onClick={() =>
          act.run(
            () => resolver.decideOrder(request),
            (next) => {
              accept(next);
              announceDone(done);
            },
          )
        }
      >
        {label}
      </Button>
      <ProblemNotice problem={act.problem} />
    </>
  );
}
