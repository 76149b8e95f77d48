import { Link } from '@tanstack/react-router';
import classes from './navigation.module.css';
import { screens } from './screens.js';
import shellClasses from './shell.module.css';

/** The places of the dashboard in the rail. */
export function RailLinks() {
  return screens.map(({ to, label, icon: Icon }) => (
    <Link key={to} to={to} className={classes.link} activeOptions={{ exact: to === '/' }}>
      <Icon size={20} aria-hidden />
      {label}
    </Link>
  ));
}

/** The same at the thumb. */
export function PhoneBar() {
  return (
    <nav className={shellClasses.phoneBar} aria-label="Main">
      {screens.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: to === '/' }}>
          <Icon size={22} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  );
}
