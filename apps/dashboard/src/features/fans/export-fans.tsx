import { GraphQLRequestError } from '@lynkify/contract';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { workspaceHeaders } from '../../api.js';
import { count } from '../../format.js';
import { failureOf } from '../../forms/failure.js';
import { saveFile } from '../../save-file.js';
import { useWorkspaceTime } from '../../workspace-time.js';
import { csvRefusal } from './csv-refusal.js';
import { csvPath, isFiltered, type FansSearch } from './fans-search.js';

interface ExportFansProps {
  search: FansSearch;
  total: number;
}

/**
 * Downloads the fans of the list as CSV. Fetched and not linked to: a link cannot say in which workspace this tab stands,
 * and would bring another one's fans to whoever is a member of several.
 */
export function ExportFans({ search, total }: ExportFansProps) {
  const time = useWorkspaceTime();
  const download = useMutation({
    mutationFn: async () => {
      const response = await fetch(csvPath(search), { headers: { accept: 'text/csv', ...workspaceHeaders() } }).catch((cause: unknown) => {
        throw GraphQLRequestError.offline(cause);
      });
      if (!response.ok) throw await csvRefusal(response);
      saveFile(`fans-${time.calendarDay(Date.now())}.csv`, await response.blob());
    },
    onError: (error) => notifications.show({ title: 'The fans were not exported', message: failureOf(error), color: 'red' }),
  });
  return (
    <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => download.mutate()} loading={download.isPending} aria-label={`Export CSV of ${count(total, 'fan', 'fans')}`}>
      {isFiltered(search) ? `Export these ${total === 1 ? '' : count(total, 'fan', 'fans')}`.trim() : 'Export CSV'}
    </Button>
  );
}
