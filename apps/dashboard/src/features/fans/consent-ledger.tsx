import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { languageOfText } from '@lynkify/domain';
import { Badge } from '@mantine/core';
import { useWorkspaceTime } from '../../workspace-time.js';
import { actionOf, methodOf, purposeOf } from './consent-words.js';
import classes from './consent-ledger.module.css';
import { languageName } from './place.js';

export const ConsentLedger_fan = graphql(`
  fragment ConsentLedger_fan on Fan {
    consents {
      id
      action
      purpose
      controllerName
      wording
      wordingHash
      formVersion
      path
      locale
      method
      networkHash
      at
    }
  }
`);

/** The records that prove what a fan agreed to: everything that was written down, nothing shortened. */
export function ConsentLedger({ fan }: { fan: FragmentOf<typeof ConsentLedger_fan> }) {
  const { consents } = readFragment(ConsentLedger_fan, fan);
  const time = useWorkspaceTime();
  if (consents.length === 0) return <p className={classes.none}>Nothing was agreed to. Do not write to this fan.</p>;
  return (
    <ol className={classes.ledger}>
      {consents.map((consent) => {
        const action = actionOf(consent.action);
        return (
          <li key={consent.id} className={classes.record}>
            <div className={classes.head}>
              <Badge color={action.color}>{action.label}</Badge>
              <time dateTime={consent.at} title={consent.at}>
                {time.moment(consent.at)}
              </time>
            </div>
            <blockquote className={classes.wording} lang={languageOfText(consent.wording) ?? consent.locale ?? undefined} dir="auto">
              {consent.wording}
            </blockquote>
            <dl className={classes.details}>
              <Detail term="For" text={`${purposeOf(consent.purpose)} from ${consent.controllerName}`} />
              <Detail term="How" text={methodOf(consent.method)} />
              <Detail term="Page" text={consent.path} />
              {consent.formVersion !== null && <Detail term="Form" text={`Version ${consent.formVersion}`} />}
              {consent.locale !== null && <Detail term="Language" text={languageName(consent.locale)} />}
              <Detail term="Exact time" text={consent.at} code />
              <Detail term="SHA-256 of the wording" text={consent.wordingHash} code />
              {consent.networkHash !== null && <Detail term="Network, hashed" text={consent.networkHash} code />}
              <Detail term="Record" text={consent.id} code />
            </dl>
          </li>
        );
      })}
    </ol>
  );
}

function Detail({ term, text, code = false }: { term: string; text: string; code?: boolean }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={code ? classes.code : undefined}>{text}</dd>
    </div>
  );
}
