import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef } from 'react';
import classes from './copy-field.module.css';
import { useCopy } from './use-copy.js';

interface CopyFieldProps {
  value: string;
  /** What is copied, for the button: "address", "key". */
  what: string;
  code?: boolean;
}

/** A text to take away, with the button that does it. */
export function CopyField({ value, what, code = false }: CopyFieldProps) {
  const text = useRef<HTMLSpanElement>(null);
  const { state, copy } = useCopy(value, text);
  return (
    <div>
      <div className={classes.field}>
        <span ref={text} className={code ? `${classes.text} ${classes.code}` : classes.text}>
          {value}
        </span>
        <Tooltip label={state === 'copied' ? 'Copied' : `Copy ${what}`}>
          <ActionIcon onClick={copy} aria-label={state === 'copied' ? 'Copied' : `Copy ${what}`}>
            {state === 'copied' ? <IconCheck size={18} /> : <IconCopy size={18} />}
          </ActionIcon>
        </Tooltip>
      </div>
      <CopyWords state={state} />
    </div>
  );
}

/** Says aloud that it worked, and in writing what to do where it did not. */
export function CopyWords({ state }: { state: ReturnType<typeof useCopy>['state'] }) {
  return state === 'refused' ? (
    <p role="alert" className={classes.refused}>
      Your browser did not allow it. The text is selected: copy it with the keyboard, or by a long press.
    </p>
  ) : (
    <VisuallyHidden role="status">{state === 'copied' ? 'Copied' : ''}</VisuallyHidden>
  );
}
