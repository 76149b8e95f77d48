const actions: Readonly<Record<string, { label: string; color: string }>> = {
  given: { label: 'Agreed', color: 'gray' },
  confirmed: { label: 'Confirmed', color: 'green' },
  withdrawn: { label: 'Withdrawn', color: 'red' },
};

const methods: Readonly<Record<string, string>> = {
  form: 'Ticked the box and sent the form',
  'confirmation-link': 'Pressed the button behind the link in the mail',
  'unsubscribe-link': 'Pressed the button behind the unsubscribe link',
  'one-click': 'Used the unsubscribe button of their mail program',
  member: 'Entered by a member of the workspace',
};

const purposes: Readonly<Record<string, string>> = { 'news-by-email': 'News by email', 'release-reminder': 'One email on release day' };

/** The words for an action of the consent ledger; one that is newer than this screen stands for itself. */
export const actionOf = (action: string) => actions[action] ?? { label: action, color: 'gray' };

/** How it was done, in words. */
export const methodOf = (method: string) => methods[method] ?? method;

/** What the fan's address may be used for, in words. */
export const purposeOf = (purpose: string) => purposes[purpose] ?? purpose;
