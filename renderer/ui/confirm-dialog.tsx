import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './confirm-dialog.module.css';
import { PushButton } from './push-button';
import veil from './window-dialog.module.css';

interface Props {
  title: string;
  text: string;
  /** What the button that does it says. */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be undone. The focus begins on the way out. */
export function ConfirmDialog({ title, text, action, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className={veil.veil ?? ''}>
      <Modal className={`${veil.modal} ${styles.modal}`}>
        <Dialog role="alertdialog" className={veil.dialog ?? ''}>
          <Heading slot="title" className={veil.title ?? ''}>
            {title}
          </Heading>
          <p className={styles.text}>{text}</p>
          <div className={styles.buttons}>
            <PushButton autoFocus label={t('command.cancel')} onPress={onClose} />
            <PushButton look="danger" label={action} onPress={onConfirm} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
