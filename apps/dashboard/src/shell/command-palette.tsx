import '@mantine/spotlight/styles.css';
import { graphql } from '@lynkify/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch, IconShare3 } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { execute } from '../api.js';
import { Picture, Picture_picture } from '../components/picture.js';
import { useCurrentArtist } from '../session/current-artist.js';
import { matchingCommands, useCommands } from './commands.js';
import classes from './command-palette.module.css';

const EverythingQuery = graphql(
  `
    query Everything($search: String!) {
      releases(first: 6, search: $search) {
        nodes {
          id
          title
          artistCredit
          artwork {
            ...Picture_picture
          }
        }
      }
      fans(first: 5, filter: { search: $search }) {
        nodes {
          id
          email
          name
        }
      }
    }
  `,
  [Picture_picture],
);

const everything = (search: string) =>
  queryOptions({
    queryKey: ['everything', search],
    queryFn: ({ signal }) => execute(EverythingQuery, { search }, signal),
    placeholderData: keepPreviousData,
  });

const [store, palette] = createSpotlight();

export const openCommandPalette = (): void => palette.open();

/** ⌘K: any screen, artist, release, fan or action by its name. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  // “share zebra” is about the release “zebra”.
  const sharing = /^share\s+/iu.test(query.trimStart());
  const [search] = useDebouncedValue(query.trim().replace(/^share\s+/iu, ''), 150);
  const navigate = useNavigate();
  const { workspace, chooseArtist } = useCurrentArtist();
  const commands = useCommands({ roster: workspace.artists, chooseArtist });
  const { data, isError, isFetching } = useQuery({ ...everything(search), enabled: search.length >= 2 });

  const releases = search.length >= 2 ? (data?.releases.nodes ?? []) : [];
  const fans = search.length >= 2 ? (data?.fans.nodes ?? []) : [];
  const groups = matchingCommands(commands, query);
  const people = sharing ? [] : fans;
  const nothing = groups.length === 0 && releases.length === 0 && people.length === 0;

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight={440}
      radius="lg"
      attributes={{ content: { 'aria-label': 'Search everything' } }}
      // The shortcut opens it from inside a field too.
      tagsToIgnore={[]}
      classNames={{ content: classes.content, search: classes.search, action: classes.action, actionsGroup: classes.group, empty: classes.empty }}
      overlayProps={{ color: 'var(--veil)', backgroundOpacity: 1 }}
      transitionProps={{ duration: 120, transition: 'fade' }}
    >
      <Spotlight.Search placeholder="Find a screen, release, fan or action" aria-label="Search everything" leftSection={<IconSearch size={20} />} />
      <Spotlight.ActionsList>
        {releases.length > 0 && (
          <Spotlight.ActionsGroup label={sharing ? 'Share a release' : 'Releases'}>
            {releases.map(({ id, title, artistCredit, artwork }) => (
              <Spotlight.Action
                key={id}
                label={sharing ? `Share “${title}”` : title}
                description={artistCredit}
                dimmedSections={false}
                leftSection={<Picture picture={artwork} size={32} name={title} />}
                rightSection={sharing ? <IconShare3 size={18} /> : undefined}
                onClick={() => void (sharing ? navigate({ to: '/share', search: { release: id } }) : navigate({ to: '/releases/$releaseId', params: { releaseId: id } }))}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {people.length > 0 && (
          <Spotlight.ActionsGroup label="Fans">
            {people.map(({ id, email, name }) => (
              <Spotlight.Action key={id} label={name === '' ? email : name} description={name === '' ? undefined : email} onClick={() => void navigate({ to: '/fans/$fanId', params: { fanId: id } })} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {groups.map(({ group, commands: found }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {found.map(({ id, label, description, icon: Icon, run }) => (
              <Spotlight.Action key={id} label={label} description={description} leftSection={<Icon size={20} />} onClick={run} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {isError && <Spotlight.Empty>Releases and fans cannot be searched right now.</Spotlight.Empty>}
        {nothing && !isError && <Spotlight.Empty>{isFetching ? 'Looking' : `Nothing is called “${query.trim()}”.`}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
