/** One thin row of the kawung unit, directly above the perforation of a head; its parent is `position: relative`. */
export function Kawung() {
  return <i class="kawung" aria-hidden="true" />
}
