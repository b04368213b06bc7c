import Button from '@atlaskit/button/new';
import { useTexts } from '../ui/viewer';

export type Tool = 'link' | 'create' | 'order';

type Props = { open: Tool | null; setOpen: (tool: Tool | null) => void; mayCreate: boolean };

/** What a TAM may do with the epics; one form at a time opens below. */
export function Toolbar({ open, setOpen, mayCreate }: Props) {
  const { panel } = useTexts();
  const names: Record<Tool, string> = {
    link: panel.linkEpic,
    create: panel.createEpic,
    order: panel.order,
  };
  const tools: readonly Tool[] = mayCreate ? ['link', 'create', 'order'] : ['link', 'order'];
  return (
    <div className="row row-end">
      {tools.map((tool) => (
        <Button
          key={tool}
          aria-expanded={open === tool}
          isSelected={open === tool}
          onClick={() => setOpen(open === tool ? null : tool)}
        >
          {names[tool]}
        </Button>
      ))}
    </div>
  );
}
