import { Button, Group, Textarea } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { CopyWords } from '../../components/copy-field.js';
import { useCopy } from '../../components/use-copy.js';

/** The text for a place: what stands there is what is copied. Another suggestion begins anew, by its key. */
export function TextToPaste({ suggested }: { suggested: string }) {
  const [text, setText] = useState(suggested);
  const field = useRef<HTMLTextAreaElement>(null);
  const { state, copy } = useCopy(text, field);
  return (
    <div>
      <Textarea ref={field} label="Text to paste" description="Change it as you like before you copy it." autosize minRows={2} maxRows={14} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Group gap="xs" mt="xs">
        <Button variant="default" leftSection={state === 'copied' ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />} onClick={copy}>
          {state === 'copied' ? 'Copied' : 'Copy text'}
        </Button>
        {text !== suggested && (
          <Button variant="subtle" onClick={() => setText(suggested)}>
            Back to the suggestion
          </Button>
        )}
      </Group>
      <CopyWords state={state} />
    </div>
  );
}
