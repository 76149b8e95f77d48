import { Table } from '@mantine/core';
import { Section } from '../../components/section.js';
import { formatNumber } from '../../format.js';
import classes from './imports.module.css';

interface FirstLinesProps {
  lines: readonly { number: number; title: string; artist: string; type: string; date: string; upc: string; links: readonly string[] }[];
  withArtist: boolean;
}

/** The first lines of a file as they are taken now. */
export function FirstLines({ lines, withArtist }: FirstLinesProps) {
  return (
    <Section title="The first lines">
      <div className={classes.preview} tabIndex={0} role="region" aria-label="The first lines as they will be read">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Line</Table.Th>
              <Table.Th>Title</Table.Th>
              {withArtist && <Table.Th>Artist</Table.Th>}
              <Table.Th>Type</Table.Th>
              <Table.Th>Date</Table.Th>
              <Table.Th>UPC</Table.Th>
              <Table.Th>Links</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ number, title, artist, type, date, upc, links }) => (
              <Table.Tr key={number}>
                <Table.Td>{formatNumber(number)}</Table.Td>
                <Table.Td>{title || '–'}</Table.Td>
                {withArtist && <Table.Td>{artist || '–'}</Table.Td>}
                <Table.Td>{type || '–'}</Table.Td>
                <Table.Td>{date || '–'}</Table.Td>
                <Table.Td>{upc || '–'}</Table.Td>
                <Table.Td>{links.length === 0 ? '–' : formatNumber(links.length)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}
