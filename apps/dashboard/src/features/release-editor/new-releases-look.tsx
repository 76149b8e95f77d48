import { graphql } from '@lynkify/contract';
import { wholeTheme, type PageTheme } from '@lynkify/domain';
import { Button, Group, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { same } from '../page-editor/same.js';
import { lookWords } from '../page-editor/look-words.js';
import { themeInput, themeOf } from '../page-editor/theme.js';

const NewReleasesLookQuery = graphql(`
  query NewReleasesLook($artistId: ID!) {
    artist(id: $artistId) {
      id
      releaseTheme {
        appearance
        accent
        buttons
        credit
        look
        weight
        font
        background
        ground
      }
    }
  }
`);

const SetNewReleasesLook = graphql(`
  mutation SetNewReleasesLook($input: UpdateArtistInput!) {
    updateArtist(input: $input) {
      artist {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const newReleasesLook = (artistId: string) =>
  queryOptions({ queryKey: ['artist', artistId, 'new-releases-look'], queryFn: async ({ signal }) => (await execute(NewReleasesLookQuery, { artistId }, signal)).artist?.releaseTheme ?? null });

/** What the artist's new releases look like from the start: as this one does, or as all do. */
export function NewReleasesLook({ artist, theme }: { artist: { id: string; name: string }; theme: PageTheme }) {
  const queryClient = useQueryClient();
  const { data: chosen, isPending } = useQuery(newReleasesLook(artist.id));
  const set = useMutation({
    mutationFn: async (releaseTheme: PageTheme | null) => {
      const { updateArtist } = await execute(SetNewReleasesLook, { input: { artistId: artist.id, releaseTheme: releaseTheme && themeInput(releaseTheme) } });
      const [refusal] = updateArtist.userErrors;
      if (refusal) throw new Error(refusal.message);
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: newReleasesLook(artist.id).queryKey }),
  });
  if (isPending) return null;
  const usual = chosen ? themeOf(chosen) : null;
  const isThis = usual !== null && same(usual, wholeTheme(theme));
  const said = isThis ? `New releases of ${artist.name} start with this look.` : usual === null ? `New releases of ${artist.name} start with “${lookWords.look.sleeve}”.` : `New releases of ${artist.name} start with “${lookWords.look[usual.look]}” as you set it.`;
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {set.isError ? `This could not be saved. ${set.error.message}` : said}
      </Text>
      <Group gap="xs">
        {!isThis && (
          <Button variant="default" loading={set.isPending} onClick={() => set.mutate(theme)}>
            Start them with this look
          </Button>
        )}
        {usual !== null && (
          <Button variant="subtle" color="gray" loading={set.isPending} onClick={() => set.mutate(null)}>
            Start them as usual
          </Button>
        )}
      </Group>
    </div>
  );
}
