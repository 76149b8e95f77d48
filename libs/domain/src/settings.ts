/** One environment variable that a program reads. The README's table is made from these. */
export interface Setting {
  name: string;
  kind: 'text' | 'url' | 'port' | 'integer' | 'boolean' | 'path' | 'secret';
  /** Used when the variable is not set. Without one the variable is required. */
  default?: string;
  /** May be absent altogether: reads as the empty string. */
  optional?: boolean;
  description: string;
}

/** Everything that is wrong with the environment, in one error, so that it is mended in one go. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** The checked values of a program's settings, by name. */
export class SettingValues {
  constructor(private readonly values: ReadonlyMap<string, string>) {}

  text(name: string): string {
    const value = this.values.get(name);
    if (value === undefined) throw new Error(`${name} is not a setting of this program`);
    return value;
  }

  integer(name: string): number {
    return Number(this.text(name));
  }

  boolean(name: string): boolean {
    return this.text(name) === 'true';
  }
}

/**
 * Reads and checks a program's settings.
 * @throws SettingsError that names every missing or malformed variable
 */
export function readSettings(settings: readonly Setting[], environment: Readonly<Record<string, string | undefined>>): SettingValues {
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const setting of settings) {
    const value = environment[setting.name]?.trim() || setting.default;
    if (value === undefined) {
      if (setting.optional) values.set(setting.name, '');
      else problems.push(`${setting.name} is missing: ${setting.description}`);
      continue;
    }
    const problem = problemWith(setting, value);
    if (problem) problems.push(`${setting.name} ${problem}`);
    else values.set(setting.name, setting.kind === 'url' ? value.replace(/\/+$/, '') : value);
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return new SettingValues(values);
}

function problemWith({ kind }: Setting, value: string): string | null {
  switch (kind) {
    case 'url':
      return URL.canParse(value) ? null : 'is not a URL';
    case 'port':
      return /^\d{1,5}$/.test(value) && Number(value) <= 65535 ? null : 'is not a port between 0 and 65535';
    case 'integer':
      return /^\d{1,15}$/.test(value) ? null : 'is not a whole number';
    case 'boolean':
      return value === 'true' || value === 'false' ? null : 'is neither "true" nor "false"';
    case 'secret':
      return value.length >= 32 ? null : 'is shorter than 32 characters: make one with `openssl rand -base64 32`';
    default:
      return null;
  }
}
