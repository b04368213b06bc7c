import Button from '@atlaskit/button/new';
import { useTexts } from './viewer';

/** The end of a form: its one primary action, and the way out. */
export function FormButtons(props: { submit: string; isBusy: boolean; cancel: () => void }) {
  const { shared } = useTexts();
  return (
    <div className="row">
      <Button type="submit" appearance="primary" isLoading={props.isBusy}>
        {props.submit}
      </Button>
      <Button appearance="subtle" onClick={props.cancel}>
        {shared.cancel}
      </Button>
    </div>
  );
}
