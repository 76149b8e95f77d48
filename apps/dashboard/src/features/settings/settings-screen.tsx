import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMay } from '../../session/may.js';
import navigation from '../../shell/navigation.module.css';
import classes from './settings-screen.module.css';

/** The settings: what is yours first, then what is the workspace's. */
export function SettingsScreen() {
  const maySeeKeys = useMay('keys:read');
  const path = useLocation({ select: ({ pathname }) => pathname });
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the places stand in one row that is longer than the screen.
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  return (
    <div className={classes.settings}>
      <nav ref={nav} className={classes.nav} aria-label="Settings">
        <Link to="/settings" className={navigation.link} activeOptions={{ exact: true }}>
          Profile
        </Link>
        <Link to="/settings/sessions" className={navigation.link}>
          Sessions
        </Link>
        <Link to="/settings/workspace" className={navigation.link}>
          Workspace
        </Link>
        <Link to="/settings/artists" className={navigation.link}>
          Artists
        </Link>
        <Link to="/settings/members" className={navigation.link}>
          Members
        </Link>
        {maySeeKeys && (
          <Link to="/settings/api-keys" className={navigation.link}>
            API keys
          </Link>
        )}
      </nav>
      <div>
        <Outlet />
      </div>
    </div>
  );
}
