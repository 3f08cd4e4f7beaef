import { Icon } from '../../ui/parts/Icon.tsx'
import type { Lang } from '../../ui/texts.ts'

/** The two ways in which every table can be taken away. `path`: the export's address with all but `format` and `lang`. */
export function Downloads({ path, lang, of }: { path: string; lang: Lang; of: string }) {
  const joint = path.includes('?') ? '&' : '?'
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          class="tombol"
          href={`${path}${joint}format=${format}&lang=${lang}`}
          download
          aria-label={`${format.toUpperCase()}, ${of}`}
        >
          <Icon name="unduh" />
          {format.toUpperCase()}
        </a>
      ))}
    </>
  )
}
