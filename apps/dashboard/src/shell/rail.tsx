import { UnstyledButton } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { IconSearch, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { openCommandPalette } from './command-palette.js';
import { RailLinks } from './navigation.js';
import navigation from './navigation.module.css';
import classes from './rail.module.css';
import { Switcher } from './switcher.js';

/** The left side of the desk: whose work this is, the places, the settings. */
export function Rail() {
  const os = useOs();
  return (
    <section className={classes.rail} aria-label="Workspace">
      <Switcher />
      <UnstyledButton className={classes.search} onClick={openCommandPalette}>
        <IconSearch size={18} aria-hidden />
        Search
        <span className={classes.keys} aria-hidden="true">
          {os === 'macos' || os === 'ios' ? '⌘K' : 'Ctrl K'}
        </span>
      </UnstyledButton>
      <nav className={classes.nav} aria-label="Main">
        <RailLinks />
        <Link to="/settings" className={`${navigation.link} ${classes.last}`}>
          <IconSettings size={20} aria-hidden />
          Settings
        </Link>
      </nav>
    </section>
  );
}
