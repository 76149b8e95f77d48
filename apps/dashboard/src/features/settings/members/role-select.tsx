import { Select, type SelectProps } from '@mantine/core';
import { useMay } from '../../../session/may.js';
import { isRole, roleNames, type Role } from '../../../session/roles.js';

interface RoleSelectProps extends Omit<SelectProps, 'value' | 'onChange' | 'data'> {
  value: Role;
  onChange: (role: Role) => void;
}

/** Chooses a role. Only an owner makes owners. */
export function RoleSelect({ value, onChange, ...select }: RoleSelectProps) {
  const mayMakeOwners = useMay('members:own');
  const data = (['OWNER', 'ADMIN', 'EDITOR', 'VIEWER'] as const).map((role) => ({ value: role, label: roleNames[role], disabled: role === 'OWNER' && !mayMakeOwners }));
  return (
    <Select
      {...select}
      data={data}
      value={value}
      allowDeselect={false}
      onChange={(role) => {
        if (role !== null && role !== value && isRole(role)) onChange(role);
      }}
    />
  );
}
