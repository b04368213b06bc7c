import type { IssueNames } from '../../../src/contract/order-acts';
import type { Texts } from '../i18n/en';

/** "NET-12, 1 item in Backup": issues as far as the viewer may know them. */
export function namesText(names: IssueNames, { shared, order }: Texts): string {
  return [
    ...names.keys,
    ...names.hidden.map(({ count, department }) => shared.hiddenItems(count, department)),
    ...(names.unreadable === 0 ? [] : [order.unreadable(names.unreadable)]),
  ].join(', ');
}

/** Is there nobody in it? */
export function isNobody({ keys, hidden, unreadable }: IssueNames): boolean {
  return keys.length + hidden.length + unreadable === 0;
}
