import { asStoreLink, readPastedLinks } from '@lynkify/platforms';
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { PastedLinks } from '../../components/pasted-links.js';
import { FormFailure } from '../../forms/form-failure.js';
import { failureOf } from '../../forms/failure.js';
import classes from './links.module.css';
import type { ReleaseActions } from './release-actions.js';
import type { EditedRelease } from './release-query.js';

interface AddLinksProps {
  destinations: EditedRelease['destinations'];
  actions: ReleaseActions;
  run(save: () => Promise<EditedRelease>): Promise<void>;
}

/** The paste box of a release that is there already. */
export function AddLinks({ destinations, actions, run }: AddLinksProps) {
  const help = useId();
  const [text, setText] = useState('');
  const [replace, setReplace] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const links = useMemo(() => readPastedLinks(text, destinations), [text, destinations]);
  const fresh = links.filter(({ status }) => status === 'recognised').length;
  const others = links.filter(({ status }) => status === 'conflict').length;
  const amount = fresh + (replace ? others : 0);
  const [shop] = destinations.some(({ platform }) => platform === 'official_store') ? [] : links.filter((link) => link.code === 'UNKNOWN_HOST' && asStoreLink(link.text).status === 'recognised');

  const save = async (what: () => Promise<EditedRelease>, rest: string) => {
    setPending(true);
    setFailure(null);
    try {
      await run(what);
      setText(rest);
      setReplace(false);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };
  const submit = () => {
    if (amount === 0 || pending) return;
    // What was not taken stays in the box, to be mended or decided.
    const rest = links.filter(({ status }) => status === 'not-understood' || (status === 'conflict' && !replace)).map((link) => link.text);
    void save(() => actions.addLinks(text, replace), rest.join('\n'));
  };

  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.box}>
        <Textarea
          classNames={{ input: classes.input }}
          aria-label="Paste links"
          aria-describedby={help}
          placeholder={destinations.length === 0 ? 'Paste the first link, or all of them' : 'Paste more links'}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            submit();
          }}
          autosize
          minRows={destinations.length === 0 ? 3 : 1}
          maxRows={10}
          spellCheck={false}
          autoComplete="off"
        />
        {links.length > 0 && (
          <div className={classes.found} aria-live="polite">
            <PastedLinks links={links} />
          </div>
        )}
      </div>
      <p id={help} className={classes.help}>
        One or many lines. Enter adds them, Shift and Enter makes a new line.
      </p>
      {links.length > 0 && (
        <div className={classes.bar}>
          <Button type="submit" disabled={amount === 0} loading={pending}>
            {amount === 0 ? 'Nothing to add' : amount === 1 ? 'Add 1 link' : `Add ${amount} links`}
          </Button>
          {others > 0 && <Checkbox label={others === 1 ? 'Replace the link that is there' : `Replace the ${others} links that are there`} checked={replace} onChange={(event) => setReplace(event.currentTarget.checked)} />}
          {shop && (
            <Button variant="default" disabled={pending} onClick={() => void save(() => actions.addShop(shop.text), links.filter((link) => link !== shop && link.status !== 'duplicate').map((link) => link.text).join('\n'))}>
              Add {hostOf(shop.text)} as your own shop
            </Button>
          )}
        </div>
      )}
      <FormFailure failure={failure} />
    </form>
  );
}

function hostOf(text: string): string {
  return text.replace(/^[a-z]+:\/\//iu, '').split(/[/?#]/u)[0] ?? text;
}
