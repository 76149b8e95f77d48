import type { Transaction } from '../database/database.js';

/** A destination that was taken to be checked. */
export interface Due {
  workspaceId: string;
  id: string;
  platform: string;
  url: string;
}

/** How long what was taken is left to whoever took it; after that, they are thought dead and another takes it. */
const leaseMinutes = 15;

/** Checks of one platform in one go at the most: about as many as its hosts bear in the minute until the next. */
const usualShare = 40;
const shares: Readonly<Record<string, number>> = {
  // Apple's keyless catalogue takes 20 questions a minute of the whole instance, and people wait for the others.
  apple_music: 6,
  itunes: 3,
};
/** Of one workspace, so that a catalogue of ten thousand does not stand before everybody else. */
const workspaceShare = 60;

/**
 * Takes destinations that are due, the longest waiting of each workspace in turn. What another process takes at the same
 * moment is passed by, so nobody is checked twice. Asked by upkeep, over all workspaces.
 */
export async function takeDue(tx: Transaction, most: number): Promise<Due[]> {
  const [rows]: [Due[], number] = await tx.query(
    `with waiting as (
       select d.*, row_number() over (partition by d.platform order by d.turn, d.next_check_at) as of_platform
       from workspaces w cross join lateral (
         select workspace_id, id, platform, next_check_at, row_number() over (order by next_check_at) as turn
         from destinations where workspace_id = w.id and next_check_at <= now() order by next_check_at limit ${workspaceShare}
       ) d
     ), picked as materialized (
       select workspace_id, id from waiting where of_platform <= coalesce(($2::jsonb ->> platform)::int, ${usualShare}) order by turn, next_check_at limit $1
     ), taken as (
       select d.workspace_id, d.id from destinations d join picked p on p.workspace_id = d.workspace_id and p.id = d.id where d.next_check_at <= now() for update of d skip locked
     )
     update destinations d set next_check_at = now() + interval '${leaseMinutes} minutes' from taken
     where d.workspace_id = taken.workspace_id and d.id = taken.id
     returning d.workspace_id as "workspaceId", d.id, d.platform, d.url`,
    [most, JSON.stringify(shares)],
  );
  return rows;
}

/** Gives back what was taken and not looked at, to be taken again at this moment. */
export async function giveBack(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  // Taken down meanwhile: it stays out of the schedule.
  await tx.query(`update destinations set next_check_at = $2::timestamptz + random() * interval '2 minutes' where id = any($1::uuid[]) and next_check_at is not null`, [ids, at]);
}
