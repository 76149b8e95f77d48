import { looks, parseTheme, themeChoices, wholeTheme, type LookId, type PageTheme, type WholeTheme } from '@lynkify/domain';
import type { PageView } from '@lynkify/page-view';
import { Button, ColorInput, Input, SegmentedControl, Select, Stack, Switch } from '@mantine/core';
import type { FieldErrors } from './fields.js';
import { LookChooser } from './look-chooser.js';
import { accentNote, groundNote } from './look-notes.js';
import { lookWords } from './look-words.js';
import { UndoNotes, useUndo } from './undo.js';

interface LookFieldsProps {
  theme: PageTheme;
  /** The two colours of the page's picture. */
  colours: readonly [string, string] | null;
  errors: FieldErrors;
  /** The page in another theme. */
  viewOf(theme: PageTheme): PageView;
  onChange(theme: PageTheme): void;
}

type Chosen = 'appearance' | 'buttons' | 'weight' | 'font' | 'background';

const optionsOf = <Field extends Chosen>(field: Field) => themeChoices[field].map((value) => ({ value, label: lookWords[field][value] }));
const isChanged = (theme: WholeTheme) => (['buttons', 'weight', 'font', 'background'] as const).some((field) => theme[field] !== looks[theme.look][field]);

/** How a page looks. */
export function LookFields({ theme: given, colours, errors, viewOf, onChange }: LookFieldsProps) {
  const theme = wholeTheme(given);
  const { entries, add, drop } = useUndo<WholeTheme>();
  const set = (patch: Partial<PageTheme>) => onChange({ ...theme, ...patch });
  const choose = <Field extends Chosen>(field: Field) => (text: string | null) => {
    const value = themeChoices[field].find((choice) => choice === text);
    if (value !== undefined) set({ [field]: value });
  };
  const wear = (look: LookId) => {
    const dressed = parseTheme({ look }, theme);
    if (!dressed.ok || look === theme.look) return;
    // What was changed by hand of the look before would be lost for good otherwise.
    if (isChanged(theme)) add('look', theme);
    onChange(dressed.value);
  };
  return (
    <Stack gap="lg">
      <LookChooser theme={theme} viewOf={viewOf} onChange={wear} />
      <UndoNotes
        takesFocus={false}
        entries={entries}
        wordsOf={(before) => `What you had changed of “${lookWords.look[before.look]}” is put away.`}
        onUndo={(key, before) => {
          drop(key);
          onChange({ ...theme, look: before.look, buttons: before.buttons, weight: before.weight, font: before.font, background: before.background });
        }}
      />
      <Input.Wrapper label="Appearance">
        <SegmentedControl fullWidth aria-label="Appearance" value={theme.appearance} onChange={choose('appearance')} data={optionsOf('appearance')} />
      </Input.Wrapper>
      <ColourField
        label="Accent colour"
        field="accent"
        value={theme.accent}
        note={accentNote(theme.accent, colours, theme)}
        colours={colours}
        errors={errors}
        onChange={(accent) => set({ accent })}
      />
      <Select label="Background" allowDeselect={false} value={theme.background} onChange={choose('background')} data={optionsOf('background')} description={colours === null && (theme.background === 'blur' || theme.background === 'bleed') ? 'Once the page has a picture. Until then it is a tint.' : undefined} />
      <ColourField
        label="Background colour"
        field="ground"
        value={theme.ground}
        note={theme.ground === null ? 'Left empty, it is taken from the picture.' : groundNote(theme, colours)}
        colours={colours}
        errors={errors}
        onChange={(ground) => set({ ground })}
      />
      <Select label="Font of titles" allowDeselect={false} value={theme.font} onChange={choose('font')} data={optionsOf('font')} description={theme.font === 'system' ? 'Nothing is fetched for it.' : 'At most 20 KB, fetched from your page’s own address while the page is there already.'} />
      <Input.Wrapper label="Buttons">
        <SegmentedControl fullWidth aria-label="Shape of the buttons" value={theme.buttons} onChange={choose('buttons')} data={optionsOf('buttons')} />
      </Input.Wrapper>
      <Input.Wrapper label="Strength of the buttons">
        <SegmentedControl fullWidth aria-label="Strength of the buttons" value={theme.weight} onChange={choose('weight')} data={optionsOf('weight')} />
      </Input.Wrapper>
      <Switch label="Show “Made with Lynkify”" description="One small line at the end of the page." checked={theme.credit} onChange={(event) => set({ credit: event.currentTarget.checked })} />
    </Stack>
  );
}

interface ColourFieldProps {
  label: string;
  field: 'accent' | 'ground';
  value: string | null;
  note: string;
  colours: readonly [string, string] | null;
  errors: FieldErrors;
  onChange(colour: string | null): void;
}

function ColourField({ label, field, value, note, colours, errors, onChange }: ColourFieldProps) {
  return (
    <ColorInput
      label={label}
      placeholder="Taken from the picture"
      format="hex"
      value={value ?? ''}
      onChange={(text) => onChange(text.trim() === '' ? null : text.toLowerCase())}
      onBlur={errors.left(`theme.${field}`)}
      error={errors.error(`theme.${field}`)}
      description={note}
      swatches={[...(colours ?? []), '#e5482d', '#2f6b4a', '#2b59c3', '#7a3fb0', '#191714']}
      popoverProps={{ withinPortal: true }}
      eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
      rightSection={
        value === null ? undefined : (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(null)}>
            Clear
          </Button>
        )
      }
      rightSectionWidth={value === null ? undefined : 64}
    />
  );
}
