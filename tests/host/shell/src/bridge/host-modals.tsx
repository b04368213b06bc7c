import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useValue } from '../lib/value-store';
import { AppFrame } from './app-frame';
import { closeModal, type HostModal, type ModalSize, modals } from './modals';

const WIDTHS: Record<string, string> = {
  small: '400px',
  medium: '600px',
  large: '800px',
  xlarge: '968px',
  max: '96%',
  fullscreen: '100%',
  resizable: '800px',
};

function widthOf(size: ModalSize): string {
  return typeof size === 'string' ? (WIDTHS[size] ?? '600px') : size.width;
}

function ModalOfApp({ modal }: { modal: HostModal }) {
  const { id, request, title, size } = modal;
  const close = (payload: unknown) => closeModal(id, payload);
  const name = title || 'App dialog';
  const height = typeof size === 'object' ? size.height : undefined;
  return (
    <Modal
      label={name}
      width={widthOf(size)}
      {...(height ? { height } : {})}
      shouldCloseOnEscapePress={modal.closeOnEscape}
      shouldCloseOnOverlayClick={modal.closeOnOverlayClick}
      onClose={() => close(undefined)}
    >
      {title && (
        <ModalHeader hasCloseButton>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
      )}
      <ModalBody hasInlinePadding={false}>
        <AppFrame {...request} title={name} onSubmit={close} onClose={close} />
      </ModalBody>
    </Modal>
  );
}

/** Dialogs that the app opened over the whole page. */
export function HostModals() {
  const open = useValue(modals);
  return (
    <ModalTransition>
      {open.map((modal) => (
        <ModalOfApp key={modal.id} modal={modal} />
      ))}
    </ModalTransition>
  );
}
