import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionStatus } from '../api/use-connection';
import { Icon } from '../components/icon';

const SAY_BACK_MILLIS = 4_000;

/** Says calmly that the connection is gone, and that it is back. Below the header, over the page: nothing moves. */
export function ConnectionBanner(): ReactNode {
  const { t } = useTranslation();
  const status = useConnectionStatus();
  const [isBack, setIsBack] = useState(false);
  const before = useRef(status);
  useEffect(() => {
    const wasLost = before.current === 'lost' && status === 'connected';
    before.current = status;
    setIsBack(wasLost);
    if (!wasLost) return undefined;
    const timer = setTimeout(() => setIsBack(false), SAY_BACK_MILLIS);
    return () => clearTimeout(timer);
  }, [status]);
  return (
    <div
      className="connection no-print"
      role="status"
      data-status={status === 'lost' ? 'lost' : isBack ? 'back' : 'ok'}
    >
      {status === 'lost' && (
        <span>
          <Icon name="offline" size={16} /> {t('shell.lost')}
        </span>
      )}
      {isBack && status === 'connected' && (
        <span>
          <Icon name="check" size={16} /> {t('shell.back')}
        </span>
      )}
    </div>
  );
}
