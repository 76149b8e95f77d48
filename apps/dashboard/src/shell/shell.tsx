import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch, IconSettings } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { IconLink } from '../components/links.js';
import { ScreenSkeleton } from '../components/screen-skeleton.js';
import { CurrentArtistProvider } from '../session/current-artist.js';
import { currentWorkspace, session } from '../session/session.js';
import { CommandPalette, openCommandPalette } from './command-palette.js';
import { PhoneBar } from './navigation.js';
import { Rail } from './rail.js';
import classes from './shell.module.css';
import { Switcher } from './switcher.js';
import { useFocusOnNavigation } from './use-focus-on-navigation.js';

/** The frame of the dashboard: rail or bottom bar, the screen, and the search over everything. */
export function Shell() {
  const { data: workspace } = useSuspenseQuery(currentWorkspace());
  const [first] = workspace.artists;
  const { data: me } = useQuery(session());
  const router = useRouter();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  useFocusOnNavigation();
  useEffect(() => {
    // Signed out in another tab or ended elsewhere: the route's check leads to the sign-in screen, with the way back.
    if (me === null) void router.invalidate();
  }, [me, router]);
  // The route has looked before; this is the moment in which the last artist was taken away.
  if (!first) return null;

  return (
    <CurrentArtistProvider key={workspace.id} workspace={workspace} first={first}>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      <div className={classes.shell}>
        {phone ? <PhoneTop /> : <Rail />}
        <main id="main" tabIndex={-1} className={classes.main}>
          <div className={classes.content}>
            <Suspense fallback={<ScreenSkeleton />}>
              <Outlet />
            </Suspense>
          </div>
        </main>
        {phone && <PhoneBar />}
      </div>
      <CommandPalette />
    </CurrentArtistProvider>
  );
}

function PhoneTop() {
  return (
    <section className={classes.phoneTop} aria-label="Workspace">
      <Switcher />
      <ActionIcon onClick={openCommandPalette} aria-label="Search" size={44}>
        <IconSearch size={20} />
      </ActionIcon>
      <IconLink to="/settings" aria-label="Settings" size={44}>
        <IconSettings size={20} />
      </IconLink>
    </section>
  );
}
