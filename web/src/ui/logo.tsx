/** The mark alone; the name stands beside it, so it is hidden from screen readers. */
export function Logo({ size = 28 }: { size?: number }) {
  return <img src="/logo.svg" width={size} height={size} alt="" aria-hidden="true" />;
}
