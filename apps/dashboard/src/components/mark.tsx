/** The sign of the product. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M10 7v13.5a4.5 4.5 0 0 0 4.5 4.5H23" fill="none" stroke="#fbfaf7" strokeWidth="4" strokeLinecap="round" />
      <circle cx="21.5" cy="11.5" r="3.5" fill="#fbfaf7" />
    </svg>
  );
}
