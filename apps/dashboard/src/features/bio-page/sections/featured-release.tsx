import { Select } from '@mantine/core';
import { IconStar } from '@tabler/icons-react';
import type { SectionEditor } from './section-editor.js';

const latest = 'latest';

/** The one release that is plainly the first thing to do. */
export const featuredReleaseEditor: SectionEditor = {
  type: 'featured-release',
  icon: IconStar,
  purpose: 'The latest release, or one that you pin',
  start: () => ({ releaseId: null }),
  summary: ({ releaseId }, { releases }) => (typeof releaseId === 'string' ? (releases.find(({ id }) => id === releaseId)?.title ?? 'A release that is not public') : 'Always the latest'),
  Form: ({ settings, page, path, errors, onChange }) => {
    const pinned = typeof settings['releaseId'] === 'string' ? settings['releaseId'] : null;
    const known = pinned === null || page.releases.some(({ id }) => id === pinned);
    return (
      <Select
        label="Release"
        description="The latest changes by itself on the day of the next release. Only published releases can be featured."
        searchable
        allowDeselect={false}
        data={[{ value: latest, label: 'Always the latest' }, ...page.releases.map(({ id, title }) => ({ value: id, label: title })), ...(known || pinned === null ? [] : [{ value: pinned, label: 'A release that is not public' }])]}
        value={pinned ?? latest}
        error={errors.error(`${path}.releaseId`)}
        onChange={(value) => onChange({ releaseId: value === null || value === latest ? null : value })}
      />
    );
  },
};
