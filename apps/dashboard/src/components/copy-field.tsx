import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './copy-field.module.css';

interface CopyFieldProps {
  value: string;
  /** What is copied, for the button: "address", "key". */
  what: string;
  code?: boolean;
}

/** A text to take away, with the button that does it. */
export function CopyField({ value, what, code = false }: CopyFieldProps) {
  return (
    <div className={classes.field}>
      <span className={code ? `${classes.text} ${classes.code}` : classes.text}>{value}</span>
      <CopyButton value={value} timeout={2000}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : `Copy ${what}`}>
            <ActionIcon onClick={copy} aria-label={copied ? 'Copied' : `Copy ${what}`}>
              {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}
