import { shareContexts } from '@lynkify/domain';
import { useMantineColorScheme } from '@mantine/core';
import { IconBuilding, IconFileImport, IconKey, IconListCheck, IconLogout, IconMicrophone2, IconMoon, IconPlus, IconSettings, IconShare3, IconSun, IconTransferIn, IconUnlink, IconUser, IconUserPlus, type Icon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../session/may.js';
import type { RosterArtist } from '../session/session.js';
import { useSignOut } from '../session/sign-out.js';
import { screens } from './screens.js';

export interface Command {
  id: string;
  group: string;
  label: string;
  description?: string;
  keywords: readonly string[];
  icon: Icon;
  run: () => void;
  /** Too many to be shown before something is typed. */
  onlyWhenSearched?: boolean;
}

export interface CommandGroup {
  group: string;
  commands: Command[];
}

/** Everything that can be gone to or done from anywhere. */
export function useCommands({ roster, chooseArtist }: { roster: readonly RosterArtist[]; chooseArtist: (id: string) => void }): Command[] {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const mayWrite = useMay('releases:write');
  const mayInvite = useMay('members:write');
  const mayMakeKeys = useMay('keys:write');

  const actions: (Command | false)[] = [
    mayWrite && { id: 'new-release', group: 'Actions', label: 'New release', keywords: ['create', 'smart link', 'paste'], icon: IconPlus, run: () => void navigate({ to: '/releases/new' }) },
    mayWrite && { id: 'import', group: 'Actions', label: 'Import releases', keywords: ['csv', 'spreadsheet', 'catalogue', 'artist', 'bulk'], icon: IconFileImport, run: () => void navigate({ to: '/releases/import' }) },
    mayWrite && { id: 'move-in', group: 'Actions', label: 'Move a page in', keywords: ['linkfire', 'linktree', 'lnk.to', 'migrate'], icon: IconTransferIn, run: () => void navigate({ to: '/releases/move-in' }) },
    mayInvite && { id: 'invite', group: 'Actions', label: 'Invite a member', keywords: ['team', 'colleague', 'add'], icon: IconUserPlus, run: () => void navigate({ to: '/settings/members' }) },
    mayMakeKeys && { id: 'api-key', group: 'Actions', label: 'Make an API key', keywords: ['token', 'script', 'developer'], icon: IconKey, run: () => void navigate({ to: '/settings/api-keys' }) },
    { id: 'light', group: 'Actions', label: 'Light appearance', keywords: ['theme', 'bright'], icon: IconSun, run: () => setColorScheme('light') },
    { id: 'dark', group: 'Actions', label: 'Dark appearance', keywords: ['theme', 'night'], icon: IconMoon, run: () => setColorScheme('dark') },
    { id: 'sign-out', group: 'Actions', label: 'Sign out', keywords: ['log out', 'leave'], icon: IconLogout, run: () => signOut.mutate() },
  ];
  const settings: Command[] = [
    { id: 'links', group: 'Screens', label: 'Links that need a look', keywords: ['dead', 'broken', 'moved', 'gone', '404'], icon: IconUnlink, run: () => void navigate({ to: '/links' }) },
    { id: 'review', group: 'Screens', label: 'Matches to review', keywords: ['candidates', 'look-up', 'queue', 'decide'], icon: IconListCheck, run: () => void navigate({ to: '/review' }) },
    { id: 'settings-profile', group: 'Settings', label: 'Your profile', keywords: ['password', 'name', 'settings'], icon: IconUser, run: () => void navigate({ to: '/settings' }) },
    { id: 'settings-sessions', group: 'Settings', label: 'Sessions', keywords: ['devices', 'security'], icon: IconSettings, run: () => void navigate({ to: '/settings/sessions' }) },
    { id: 'settings-workspace', group: 'Settings', label: 'Workspace', keywords: ['time zone', 'name'], icon: IconBuilding, run: () => void navigate({ to: '/settings/workspace' }) },
    { id: 'settings-artists', group: 'Settings', label: 'Artists', keywords: ['roster', 'handle'], icon: IconMicrophone2, run: () => void navigate({ to: '/settings/artists' }) },
  ];
  return [
    ...screens.map(({ to, label, keywords, icon }): Command => ({ id: to, group: 'Screens', label, keywords, icon, run: () => void navigate({ to }) })),
    ...actions.filter((action) => action !== false),
    ...shareContexts.map(
      ({ id, label }): Command => ({ id: `share:${id}`, group: 'Share', label: `Share: ${label}`, keywords: [], icon: IconShare3, onlyWhenSearched: true, run: () => void navigate({ to: '/share', search: { place: id } }) }),
    ),
    ...settings.map((command) => ({ ...command, onlyWhenSearched: true })),
    ...roster.map(
      ({ id, name, handle }): Command => ({ id: `artist:${id}`, group: 'Artists', label: name, description: handle, keywords: [], icon: IconMicrophone2, onlyWhenSearched: true, run: () => chooseArtist(id) }),
    ),
  ];
}

/** The commands that fit what was typed, by group, at most eight of each. */
export function matchingCommands(commands: readonly Command[], query: string): CommandGroup[] {
  const words = query.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  const fits = ({ label, description, keywords, onlyWhenSearched = false }: Command) => {
    if (words.length === 0) return !onlyWhenSearched;
    const text = [label, description ?? '', ...keywords].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const groups = new Map<string, Command[]>();
  for (const command of commands.filter(fits)) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups].map(([group, found]) => ({ group, commands: found.slice(0, 8) }));
}
