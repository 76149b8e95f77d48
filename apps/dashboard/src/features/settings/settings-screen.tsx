import { Link, Outlet } from '@tanstack/react-router';
import { useMay } from '../../session/may.js';
import navigation from '../../shell/navigation.module.css';
import classes from './settings-screen.module.css';

/** The settings: what is yours first, then what is the workspace's. */
export function SettingsScreen() {
  const maySeeKeys = useMay('keys:read');
  return (
    <div className={classes.settings}>
      <nav className={classes.nav} aria-label="Settings">
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
