import type { DataSource } from 'typeorm';

interface RoleFacts {
  name: string;
  superuser: boolean;
  bypasses: boolean;
  owned: string | null;
}

/**
 * Makes sure that row-level security binds the role that this program connects as.
 * @throws when the role is a superuser, may bypass row-level security, or owns tables
 */
export async function requireConfinedRole(dataSource: DataSource): Promise<void> {
  const [role]: RoleFacts[] = await dataSource.query(`
    select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses,
      (select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and pg_has_role(r.oid, c.relowner, 'USAGE') limit 1) as owned
    from pg_roles r where r.rolname = current_user`);
  if (!role) throw new Error('The database does not say who this program is to it.');
  const reason = role.superuser ? 'is a superuser' : role.bypasses ? 'may bypass row-level security' : role.owned ? `owns the table ${role.owned}` : null;
  if (!reason) return;
  throw new Error(
    `The database role "${role.name}" of DATABASE_URL ${reason}, so nothing would keep the workspaces apart. ` +
      'Give DATABASE_URL another user: the migrate command makes it a role that owns nothing. The owner’s belongs into DATABASE_OWNER_URL.',
  );
}
