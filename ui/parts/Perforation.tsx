/** Round holes of 0.8 rem every 2 rem in the colour of what lies behind; stands at the lower edge of a head. */
export function Perforation() {
  return (
    <svg class="perf" aria-hidden="true">
      <line x1="0" y1="50%" x2="100%" y2="50%" />
    </svg>
  )
}
