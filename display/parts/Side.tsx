import type { Words } from '../../protocol/ids.ts'
import { type Slide, slidePath } from '../../protocol/slides.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import type { Aside } from '../choose-aside.ts'
import { TEXTS } from '../texts.ts'
import { LastCalls } from './LastCalls.tsx'

/** Above so many characters an announcement is set smaller. */
const SHORT = 36

function AnnouncementText({ words }: { words: Words }) {
  return (
    <section class="umum" role="status">
      <h2>
        <Icon name="info" />
        {TEXTS.announcement.id}
      </h2>
      <p class={words.id.length > SHORT ? 'isi panjang' : 'isi'}>{words.id}</p>
      {words.en !== words.id && (
        <p class="en" lang="en">
          {words.en}
        </p>
      )}
    </section>
  )
}

function SlidePicture({ slide, onBroken }: { slide: Slide; onBroken: (slide: Slide) => void }) {
  const path = slidePath(slide)
  return (
    <figure class="slide">
      <img
        key={path}
        src={path}
        alt={slide.name.replace(/\.\w+$/, '')}
        decoding="async"
        onError={() => onBroken(slide)}
      />
    </figure>
  )
}

/** One unit of the kawung, alone and large: what a board shows when it has nothing to say. */
function Ornament() {
  return (
    <div class="hias" aria-hidden="true">
      <svg class="unit" viewBox="0 0 48 48" aria-hidden="true">
        <path d="M2.2 2.2Q4.2 19.8 21.8 21.8Q19.8 4.2 2.2 2.2zM45.8 2.2Q28.2 4.2 26.2 21.8Q43.8 19.8 45.8 2.2zM2.2 45.8Q19.8 43.8 21.8 26.2Q4.2 28.2 2.2 45.8zM45.8 45.8Q43.8 28.2 26.2 26.2Q28.2 43.8 45.8 45.8z" />
      </svg>
    </div>
  )
}

/** What stands beside the stub or the words. `zone`: the office's; `onBroken`: a picture that the browser cannot draw. */
export function Side(props: { side: Aside; zone: string; onBroken: (slide: Slide) => void }) {
  const { side, zone, onBroken } = props
  switch (side.aside) {
    case 'announcement':
      return <AnnouncementText words={side.words} />
    case 'calls':
      return <LastCalls calls={side.calls} zone={zone} />
    case 'slide':
      return <SlidePicture slide={side.slide} onBroken={onBroken} />
    case 'ornament':
      return <Ornament />
  }
}
