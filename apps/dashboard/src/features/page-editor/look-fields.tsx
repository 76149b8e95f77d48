import { themeChoices, type PageTheme } from '@lynkify/domain';
import { contrast, palettes } from '@lynkify/page-view';
import { Button, ColorInput, Input, SegmentedControl, Stack, Switch } from '@mantine/core';
import type { FieldErrors } from './fields.js';

const words = {
  appearance: { auto: 'As on the fan’s device', light: 'Light', dark: 'Dark' },
  buttons: { rounded: 'Rounded', pill: 'Pill', square: 'Square' },
} as const;

interface LookFieldsProps {
  theme: PageTheme;
  /** The two colours of the page's picture. */
  colours: readonly [string, string] | null;
  errors: FieldErrors;
  onChange(theme: PageTheme): void;
}

/** How a page looks. */
export function LookFields({ theme, colours, errors, onChange }: LookFieldsProps) {
  const set = (patch: Partial<PageTheme>) => onChange({ ...theme, ...patch });
  return (
    <Stack gap="lg">
      <Input.Wrapper label="Appearance">
        <SegmentedControl fullWidth aria-label="Appearance" value={theme.appearance} onChange={(value) => set({ appearance: themeChoices.appearance.find((choice) => choice === value) ?? 'auto' })} data={themeChoices.appearance.map((value) => ({ value, label: words.appearance[value] }))} />
      </Input.Wrapper>
      <ColorInput
        label="Accent colour"
        placeholder="Taken from the picture"
        format="hex"
        value={theme.accent ?? ''}
        onChange={(value) => set({ accent: value.trim() === '' ? null : value.toLowerCase() })}
        onBlur={errors.left('theme.accent')}
        error={errors.error('theme.accent')}
        description={accentNote(theme.accent, colours)}
        swatches={[...(colours ?? []), '#e5482d', '#2f6b4a', '#2b59c3', '#7a3fb0', '#191714']}
        popoverProps={{ withinPortal: true }}
        eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
        rightSection={
          theme.accent === null ? undefined : (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => set({ accent: null })}>
              Clear
            </Button>
          )
        }
        rightSectionWidth={theme.accent === null ? undefined : 64}
      />
      <Input.Wrapper label="Buttons">
        <SegmentedControl fullWidth aria-label="Buttons" value={theme.buttons} onChange={(value) => set({ buttons: themeChoices.buttons.find((choice) => choice === value) ?? 'rounded' })} data={themeChoices.buttons.map((value) => ({ value, label: words.buttons[value] }))} />
      </Input.Wrapper>
      <Switch label="Show “Made with Lynkify”" description="One small line at the end of the page." checked={theme.credit} onChange={(event) => set({ credit: event.currentTarget.checked })} />
    </Stack>
  );
}

/** Whether a colour can be used as it is, or how far it is corrected so that everybody can read what stands on it. */
export function accentNote(accent: string | null, colours: readonly [string, string] | null): string {
  if (accent === null) return 'Left empty, it is taken from the picture.';
  if (!/^#[0-9a-f]{6}$/u.test(accent)) return 'Written as # and six digits, like #e5482d.';
  const { light, dark } = palettes(colours, accent);
  const corrected = [light.accent !== accent && 'light', dark.accent !== accent && 'dark'].filter((name) => name !== false);
  if (corrected.length > 0) return `On ${corrected.join(' and ')} pages it is shifted a little, so that the words on it stay readable.`;
  return `Readable as it is: ${contrast(light.accent, light.onAccent).toFixed(1)} to 1.`;
}
