import { useTranslation } from 'react-i18next';
import { FAILURE_MESSAGES, type FailureDetail } from '../../electron/contract/failures';

interface Failing {
  code: string;
  message: string;
  detail: FailureDetail;
}

/** Puts a failure into the reader's language; one that the words do not know keeps the message it came with. */
export function useFailureWords(): (failure: Failing) => string {
  const { t } = useTranslation();
  return ({ code, message, detail }) => (code in FAILURE_MESSAGES ? t(`failure.${code}`, detail) : message);
}
