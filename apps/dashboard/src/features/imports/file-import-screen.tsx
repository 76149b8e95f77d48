import { Button, FileButton, Group } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type DragEvent } from 'react';
import { PageHeader } from '../../components/page-header.js';
import { failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { saveFile } from '../../save-file.js';
import classes from './imports.module.css';
import { catalogueTemplate, uploadCatalogue } from './upload-catalogue.js';

/** A file is chosen or dropped, and read; its columns are looked over on the next screen. */
export function FileImportScreen() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: uploadCatalogue,
    onSuccess: async (importId) => {
      void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
      await navigate({ to: '/releases/import/$importId', params: { importId } });
    },
  });
  const take = (file: File | null | undefined) => {
    if (file && !upload.isPending) upload.mutate(file);
  };
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };

  return (
    <div className={classes.narrow}>
      <PageHeader title="Import a spreadsheet" lead="One line for each release, or for each track. The order and the names of the columns do not matter: you look them over before anything is made." />
      <div
        className={over ? `${classes.drop} ${classes.over}` : classes.drop}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          take(event.dataTransfer.files[0]);
        }}
      >
        <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden />
        <p className={classes.dropTitle}>Drop a CSV file here</p>
        <Group gap="xs" justify="center">
          <FileButton onChange={take} accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" inputProps={{ 'aria-label': 'CSV file' }}>
            {(props) => (
              <Button {...props} loading={upload.isPending}>
                Choose a file
              </Button>
            )}
          </FileButton>
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => saveFile('catalogue-template.csv', catalogueTemplate())}>
            Download a template
          </Button>
        </Group>
        <p className={classes.soft}>Up to 10 MB and 10,000 lines; commas, semicolons or tabs. From Excel or Numbers, export as CSV.</p>
      </div>
      <FormFailure failure={upload.isError ? failureOf(upload.error) : null} />
      <p className={classes.note}>
        A title is enough. An artist, a type, a date, a UPC, an ISRC, a label, an address and any number of links are read too. A release is known by its UPC: where it is here already, only what is missing is filled in.
      </p>
    </div>
  );
}
