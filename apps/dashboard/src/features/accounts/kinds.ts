import { IconBuildingStore, IconGuitarPick, IconMicrophone, type Icon } from '@tabler/icons-react';

export type WorkspaceKind = 'ARTIST' | 'PODCASTER' | 'LABEL';

/** Who a workspace can be for, and how its first form speaks to them. */
export const kinds: readonly { value: WorkspaceKind; label: string; icon: Icon; nameLabel: string; nameHelp: string }[] = [
  { value: 'ARTIST', label: 'Artist or band', icon: IconGuitarPick, nameLabel: 'Artist name', nameHelp: 'As it stands on your releases.' },
  { value: 'PODCASTER', label: 'Podcaster', icon: IconMicrophone, nameLabel: 'Name of the podcast', nameHelp: 'As listeners know it.' },
  { value: 'LABEL', label: 'Label', icon: IconBuildingStore, nameLabel: 'First artist of the roster', nameHelp: 'More artists can be added at any time.' },
];
