import { Anchor } from '@mantine/core';
import classes from './place-credit.module.css';

/** Whose data says where people are: its licence (CC BY 4.0) wants it said wherever a place is shown. */
export function PlaceCredit() {
  return (
    <p className={classes.credit}>
      Places: <Anchor href="https://db-ip.com" target="_blank" rel="noopener" inherit c="inherit" underline="always">IP Geolocation by DB-IP</Anchor>
    </p>
  );
}
