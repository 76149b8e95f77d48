import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PastedLink } from '@lynkify/platforms';
import { useParams } from '@tanstack/react-router';
import classes from './pasted-links.module.css';
import { TextLink } from './links.js';
import { PlatformMark } from './platform-mark.js';

const states = {
  recognised: { label: 'Recognised', color: 'green' },
  duplicate: { label: 'Twice', color: 'gray' },
  conflict: { label: 'Replaces', color: 'yellow' },
  'not-understood': { label: 'Not understood', color: 'yellow' },
} as const;

/** What each pasted link was taken for, and why one was not understood. */
export function PastedLinks({ links }: { links: readonly PastedLink[] }) {
  // In a release's editor, what is brought over is for that release.
  const { releaseId } = useParams({ strict: false });
  return (
    <ul className={classes.list} aria-label="What was pasted">
      {links.map(({ line, text, status, platform, url, code, message }, index) => (
        <li key={`${line}:${index}:${text}`} className={status === 'duplicate' ? `${classes.link} ${classes.quiet}` : classes.link}>
          <span className={status === 'not-understood' ? `${classes.sign} ${classes.warning}` : classes.sign}>
            {status === 'not-understood' ? <IconAlertTriangle size={20} aria-hidden /> : <PlatformMark platform={platform ?? ''} />}
          </span>
          <span className={classes.words}>
            {code === 'FOREIGN_SMART_LINK' ? (
              <span className={classes.message}>
                This is a page of another service.{' '}
                <TextLink to="/releases/move-in" search={{ from: text, ...(releaseId !== undefined && { into: releaseId }) }}>
                  Bring over what it links to
                </TextLink>
              </span>
            ) : (
              <span className={classes.message}>{message}</span>
            )}
            <span className={classes.url}>{url ?? text}</span>
          </span>
          <Badge color={states[status].color}>{code === 'FOREIGN_SMART_LINK' ? 'Other page' : states[status].label}</Badge>
        </li>
      ))}
    </ul>
  );
}
