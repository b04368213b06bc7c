import type { FrameRequest } from '../../../forge/frames/frame';
import { createValueStore } from '../lib/value-store';

export type ModalSize = string | { width: string; height?: string };

export type HostModal = {
  id: number;
  request: FrameRequest;
  title: string;
  size: ModalSize;
  closeOnEscape: boolean;
  closeOnOverlayClick: boolean;
  onClose: (payload: unknown) => void;
};

export const modals = createValueStore<HostModal[]>([]);

let count = 0;

export function openModal(modal: Omit<HostModal, 'id'>): void {
  modals.set([...modals.get(), { ...modal, id: ++count }]);
}

export function closeModal(id: number, payload: unknown): void {
  const modal = modals.get().find((one) => one.id === id);
  modals.set(modals.get().filter((one) => one.id !== id));
  modal?.onClose(payload);
}
