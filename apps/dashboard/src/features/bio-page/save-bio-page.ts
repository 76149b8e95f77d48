import { graphql } from '@lynkify/contract';
import type { QueryClient } from '@tanstack/react-query';
import { execute } from '../../api.js';
import type { UserError } from '../../forms/failure.js';
import type { SaveOutcome } from '../page-editor/autosave.js';
import { themeInput } from '../page-editor/theme.js';
import { messagesOf, withFieldRefusals } from '../page-editor/messages.js';
import { draftOf, withoutEmptyLinks, type BioPageDraft } from './bio-page-draft.js';
import { BioPageEditor_bioPage, editedBioPage, readBioPage, type BioPagePayload, type EditedBioPage } from './bio-page-query.js';

const SaveBioPage = graphql(
  `
    mutation SaveBioPage($input: UpdateBioPageInput!) {
      updateBioPage(input: $input) {
        bioPage {
          ...BioPageEditor_bioPage
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [BioPageEditor_bioPage],
);

const SaveSections = graphql(
  `
    mutation SaveBioSections($input: SetBioSectionsInput!) {
      setBioSections(input: $input) {
        bioPage {
          ...BioPageEditor_bioPage
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [BioPageEditor_bioPage],
);

const refused = (userErrors: readonly UserError[]): BioPagePayload => ({ bioPage: null, userErrors });

/**
 * Saves what was changed of a bio page, each part on top of the one before. `newIds` learns which id the server gave to
 * a section that was made here: the form keeps its own, so that nobody is thrown out of a field.
 */
export function bioPageSaver(artistId: string, queryClient: QueryClient, newIds: Map<string, string>) {
  const received = (page: EditedBioPage) => queryClient.setQueryData(editedBioPage(artistId).queryKey, page);

  return async (part: Partial<BioPageDraft>, _draft: BioPageDraft, version: number): Promise<SaveOutcome<BioPageDraft>> => {
    const { sections, portrait, theme, ...fields } = part;
    const saved: (keyof BioPageDraft)[] = [];
    let current = version;

    /** Null when it was saved, else how it went. */
    const step = async (names: (keyof BioPageDraft)[], ask: () => Promise<BioPagePayload>): Promise<SaveOutcome<BioPageDraft> | null> => {
      const { bioPage, userErrors } = await withFieldRefusals(ask, refused);
      if (userErrors.some(({ code }) => code === 'STALE_VERSION')) {
        const theirs = await queryClient.fetchQuery({ ...editedBioPage(artistId), staleTime: 0 });
        if (theirs) return { kind: 'stale', theirs: draftOf(theirs) };
      }
      if (!bioPage) return { kind: 'refused', messages: messagesOf(userErrors, { portraitId: 'portrait' }), saved, version: current };
      const page = readBioPage(bioPage);
      if (names.includes('sections')) sections?.forEach(({ id }, index) => newIds.set(id, page.sections[index]?.id ?? id));
      current = page.version;
      saved.push(...names);
      received(page);
      return null;
    };

    if (portrait !== undefined || theme !== undefined || Object.keys(fields).length > 0) {
      const input = { artistId, version: current, ...fields, ...(theme !== undefined && { theme: themeInput(theme) }), ...(portrait !== undefined && { portraitId: portrait?.id ?? null }) };
      const names = Object.keys(part).filter((name) => name !== 'sections') as (keyof BioPageDraft)[];
      const outcome = await step(names, async () => (await execute(SaveBioPage, { input })).updateBioPage);
      if (outcome) return outcome;
    }
    if (sections) {
      const known = new Set(queryClient.getQueryData(editedBioPage(artistId).queryKey)?.sections.map(({ id }) => id));
      const input = {
        artistId,
        version: current,
        sections: sections.map(({ id, type, visible, settings }) => {
          const serverId = newIds.get(id) ?? id;
          return { ...(known.has(serverId) && { id: serverId }), type, visible, settings: withoutEmptyLinks(settings).settings };
        }),
      };
      const outcome = await step(['sections'], async () => (await execute(SaveSections, { input })).setBioSections);
      if (outcome) return outcome;
    }
    return { kind: 'saved', version: current };
  };
}
