/** Taken out, or `isIn`: brought back. Drawn here, because the icons for it would be 0.8 kB of the bar. */
export function CheckoutArrow({ isIn }: { readonly isIn?: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width="20" fill="none" stroke="currentColor" aria-hidden>
      <path d={isIn ? 'M15 5 5 15V7m0 8h8' : 'M5 15 15 5V13m0-8H7'} />
    </svg>
  );
}
