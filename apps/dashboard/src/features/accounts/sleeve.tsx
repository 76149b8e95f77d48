const grooves = [292, 274, 256, 238, 220, 202, 184, 166];

/** A record half out of its sleeve: ink, paper and the one accent. */
export function Sleeve() {
  return (
    <svg viewBox="0 0 720 900" preserveAspectRatio="xMidYMid slice">
      <rect width="720" height="900" fill="#191714" />
      <g fill="none" stroke="#3a362f" strokeWidth="1.5">
        {grooves.map((radius) => (
          <circle key={radius} cx="470" cy="450" r={radius} />
        ))}
      </g>
      <circle cx="470" cy="450" r="128" fill="#e5482d" />
      <circle cx="470" cy="450" r="10" fill="#191714" />
      <rect x="0" y="158" width="404" height="584" fill="#fbfaf7" />
      <path d="M84 268v262a100 100 0 0 0 100 100h136" fill="none" stroke="#191714" strokeWidth="44" strokeLinecap="round" />
      <circle cx="262" cy="330" r="40" fill="#e5482d" />
    </svg>
  );
}
