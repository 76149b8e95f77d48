import classes from './sleeve.module.css';

const grooves = [292, 274, 256, 238, 220, 202, 184, 166];

/** A record half out of its sleeve: ink, paper and the one accent. */
export function Sleeve() {
  return (
    <svg viewBox="0 0 720 900" preserveAspectRatio="xMidYMid slice">
      <rect width="720" height="900" className={classes.ground} />
      <g className={classes.grooves}>
        {grooves.map((radius) => (
          <circle key={radius} cx="470" cy="450" r={radius} />
        ))}
      </g>
      <circle cx="470" cy="450" r="128" className={classes.label} />
      <circle cx="470" cy="450" r="10" className={classes.ground} />
      <rect x="0" y="158" width="404" height="584" className={classes.paper} />
      <path d="M84 268v262a100 100 0 0 0 100 100h136" className={classes.stroke} />
      <circle cx="262" cy="330" r="40" className={classes.label} />
    </svg>
  );
}
