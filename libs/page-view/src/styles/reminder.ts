/** What stands on the page before the release: the countdown's second line is the header's, this is the form and the calendar. */
export const reminderStyles = `
.remind { gap: 12px; padding: 16px }
.remind h2 { flex: 1 0 100%; padding: 0 }
.remind .field { flex: 1 0 100% }
.remind .error { padding: 0; margin-top: -6px }
.small { font-size: 14px; line-height: 1.45 }
.calendar { text-align: center; margin-top: -12px }
.calendar a { display: inline-block; padding: 8px 12px; font-size: 14px; font-weight: 500; text-decoration: underline; text-underline-offset: 3px }
`;
