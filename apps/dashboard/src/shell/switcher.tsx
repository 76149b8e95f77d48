import { Combobox, UnstyledButton, useCombobox, VisuallyHidden } from '@mantine/core';
import { IconArrowsExchange, IconCheck, IconLogout, IconPlus, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Picture } from '../components/picture.js';
import { useCurrentArtist } from '../session/current-artist.js';
import { enterWorkspace } from '../session/enter.js';
import { useMay } from '../session/may.js';
import { session } from '../session/session.js';
import { useSignOut } from '../session/sign-out.js';
import { rosterMatches } from './roster.js';
import classes from './switcher.module.css';

/** A roster of this size and more is searched and not only looked through. */
const searchFrom = 6;

/** Whose work is on the screen, and the way to another artist's or another workspace. */
export function Switcher() {
  const { workspace, artist, chooseArtist } = useCurrentArtist();
  const { data: me } = useQuery(session());
  const [search, setSearch] = useState('');
  const navigate = useNavigate();
  const mayAddArtist = useMay('artists:write');
  const signOut = useSignOut();
  const searched = workspace.artists.length >= searchFrom;
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
      combobox.focusTarget();
    },
    onDropdownOpen: () => {
      if (searched) combobox.focusSearchInput();
    },
  });

  const found = rosterMatches(workspace.artists, search);
  const others = me?.memberships.filter((membership) => membership.workspace.id !== workspace.id) ?? [];

  const choose = (value: string) => {
    combobox.closeDropdown();
    const [kind, id = ''] = value.split(':');
    if (kind === 'artist') chooseArtist(id);
    else if (kind === 'workspace') enterWorkspace(id);
    else if (kind === 'new-artist') void navigate({ to: '/settings/artists', search: { add: true } });
    else signOut.mutate();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} width={280} position="bottom-start" withinPortal classNames={{ dropdown: classes.dropdown }}>
      <Combobox.Target targetType="button" withAriaAttributes>
        <UnstyledButton className={classes.target} onClick={() => combobox.toggleDropdown()}>
          <Picture picture={null} size={32} name={artist.name} />
          <span className={classes.words}>
            <span className={classes.artist}>{artist.name}</span>
            {/* An artist's own workspace mostly has the artist's name; once is enough. */}
            <span className={classes.workspace}>{workspace.name === artist.name ? `/${artist.handle}` : workspace.name}</span>
          </span>
          <VisuallyHidden>Change artist or workspace</VisuallyHidden>
          <IconSelector size={18} className={classes.chevron} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        {searched && (
          <div className={classes.searchBox}>
            <Combobox.Search value={search} onChange={(event) => { setSearch(event.currentTarget.value); combobox.selectFirstOption(); }} placeholder="Search the roster" aria-label="Search the roster" />
          </div>
        )}
        <Combobox.Options aria-label="Artists and workspaces">
          <div className={classes.roster}>
            {found.length === 0 && <div className={classes.none}>No artist of that name.</div>}
            {found.map(({ id, name, handle }) => (
              <Combobox.Option key={id} value={`artist:${id}`} active={id === artist.id} className={classes.option}>
                <Picture picture={null} size={24} name={name} />
                <span className={classes.optionWords}>
                  {name} <span className={classes.handle}>{handle}</span>
                </span>
                {id === artist.id && <IconCheck size={16} aria-label="Chosen" />}
              </Combobox.Option>
            ))}
          </div>
          {search === '' && others.length > 0 && (
            <div className={classes.foot}>
              <div className={classes.heading}>Other workspaces</div>
              {others.map(({ workspace: other }) => (
                <Combobox.Option key={other.id} value={`workspace:${other.id}`} className={classes.option}>
                  <IconArrowsExchange size={18} aria-hidden />
                  <span className={classes.optionWords}>{other.name}</span>
                </Combobox.Option>
              ))}
            </div>
          )}
          {search === '' && (
            <div className={classes.foot}>
              {mayAddArtist && (
                <Combobox.Option value="new-artist" className={classes.option}>
                  <IconPlus size={18} aria-hidden />
                  <span className={classes.optionWords}>Add an artist</span>
                </Combobox.Option>
              )}
              <Combobox.Option value="sign-out" className={classes.option}>
                <IconLogout size={18} aria-hidden />
                <span className={classes.optionWords}>Sign out</span>
              </Combobox.Option>
            </div>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
