import { graphql, GraphQLRequestError } from '@lynkify/contract';
import { Button, Group, Skeleton, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { execute, workspaceHeaders } from '../../api.js';
import { failureOf } from '../../forms/failure.js';
import { saveFile } from '../../save-file.js';
import classes from './qr-code.module.css';

const QrCodeQuery = graphql(`
  query QrCode($input: QrCodeInput!) {
    qrCode(input: $input) {
      url
      svg
      svgUrl
      small: pngUrl(millimetres: 20, dpi: 300)
      large: pngUrl(millimetres: 50, dpi: 300)
      screen: pngUrl(pixels: 1000)
    }
  }
`);

interface QrCodeProps {
  /** Whose page it leads to: its artwork or portrait stands in the middle. */
  subject: { releaseId: string } | { artistId: string };
  /** Where it leads; the page’s own address with the channel of codes when missing. */
  url?: string;
  /** Whether there is a picture for the middle. */
  hasPicture: boolean;
}

const qrCode = (input: { releaseId?: string; artistId?: string; url?: string; artwork: boolean }) =>
  queryOptions({ queryKey: ['qr-code', input], queryFn: async ({ signal }) => (await execute(QrCodeQuery, { input }, signal)).qrCode, staleTime: 60_000 });

/** A page as a QR code, with the files that printers and screens need. */
export function QrCode({ subject, url, hasPicture }: QrCodeProps) {
  const [wished, setWished] = useState(true);
  const artwork = wished && hasPicture;
  const code = useQuery({ ...qrCode({ ...subject, ...(url !== undefined && { url }), artwork }), placeholderData: keepPreviousData });
  const download = useMutation({ mutationFn: save, onError: (error) => notifications.show({ title: 'The code was not downloaded', message: failureOf(error), color: 'red' }) });
  if (code.isError) return <p role="alert" className={classes.note}>{failureOf(code.error)}</p>;
  if (!code.data) return <Skeleton height={180} aria-label="Drawing the QR code" />;
  const { svg, svgUrl, small, large, screen, url: address } = code.data;
  const files = [
    { label: 'SVG', what: 'SVG, for any size', href: svgUrl },
    { label: 'PNG 2 cm', what: 'PNG 2 cm, at 300 dpi', href: small },
    { label: 'PNG 5 cm', what: 'PNG 5 cm, at 300 dpi', href: large },
    { label: 'PNG 1000 px', what: 'PNG 1000 px, for screens', href: screen },
  ];
  return (
    <div className={classes.code}>
      <img className={classes.drawing} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={`QR code of ${address}`} width={164} height={164} />
      <div className={classes.beside}>
        {hasPicture && <Switch label="Picture in the middle" checked={wished} onChange={(event) => setWished(event.currentTarget.checked)} />}
        <p className={classes.note}>For print: not smaller than 2 cm, on a light ground, with its white edge. Scan a proof before printing many.</p>
        <Group gap="xs">
          {files.map(({ label, what, href }) => (
            <Button key={label} variant="default" size="xs" loading={download.isPending && download.variables === href} onClick={() => download.mutate(href)} leftSection={<IconDownload size={16} aria-hidden />} aria-label={`Download ${what}`}>
              {label}
            </Button>
          ))}
        </Group>
      </div>
    </div>
  );
}

/** Fetched from the origin that this dashboard is served from, where its session is, so that a refusal can be told. */
async function save(address: string): Promise<void> {
  const { pathname, search } = new URL(address);
  const response = await fetch(`${pathname}${search}`, { headers: workspaceHeaders() }).catch((cause: unknown) => {
    throw GraphQLRequestError.offline(cause);
  });
  if (!response.ok) throw new Error(`The API answered ${response.status}.`);
  const [, name = 'qr'] = /filename="([^"]+)"/u.exec(response.headers.get('content-disposition') ?? '') ?? [];
  saveFile(name, await response.blob());
}
