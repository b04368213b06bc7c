import { type FlagTone, showFlag } from '../lib/flags';

export type FlagPayload = {
  id: string | number;
  title?: string;
  description?: string;
  type?: string;
  isAutoDismiss?: boolean;
  actions?: { text: string; onClick?: () => void }[];
};

const TONES: FlagTone[] = ['error', 'info', 'success', 'warning'];

export function showAppFlag(payload: FlagPayload): boolean {
  showFlag({
    id: `app-${payload.id}`,
    title: payload.title ?? '',
    description: payload.description ?? '',
    tone: TONES.find((tone) => tone === payload.type) ?? 'info',
    goesByItself: payload.isAutoDismiss === true,
    actions: (payload.actions ?? []).map((action) => ({
      text: action.text,
      onClick: () => action.onClick?.(),
    })),
  });
  return true;
}
