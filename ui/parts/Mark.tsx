/**
 * The product's mark: one kawung unit of four petals. `lit`: one petal is turmeric, because one of many is called; on
 * displays it goes out when nobody is. Drawn in the colour of the text around it.
 */
export function Mark({ lit }: { lit: boolean }) {
  const petal = 'M45.8 2.2Q28.2 4.2 26.2 21.8Q43.8 19.8 45.8 2.2z'
  return (
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
      <g fill="none" stroke="currentColor" stroke-width="2.6" stroke-linejoin="round">
        <path d="M2.2 2.2Q4.2 19.8 21.8 21.8Q19.8 4.2 2.2 2.2z" />
        <path d="M2.2 45.8Q19.8 43.8 21.8 26.2Q4.2 28.2 2.2 45.8z" />
        <path d="M45.8 45.8Q43.8 28.2 26.2 26.2Q28.2 43.8 45.8 45.8z" />
        {lit ? <path class="menyala" d={petal} /> : <path d={petal} />}
      </g>
    </svg>
  )
}
