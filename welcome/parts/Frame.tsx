import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { Kawung } from '../../ui/parts/Kawung.tsx'
import { Mark } from '../../ui/parts/Mark.tsx'
import { type Lang, otherLang, say } from '../../ui/texts.ts'
import type { House } from '../house.ts'
import { TEXTS } from '../texts.ts'

type Tongue = { lang: Lang; onLang: (lang: Lang) => void }

/** The button that offers the other language, in that language. */
export function LangButton({ lang, onLang }: Tongue) {
  return (
    <button type="button" class="bahasa" lang={otherLang(lang)} onClick={() => onLang(otherLang(lang))}>
      {say(TEXTS.otherLang, lang)}
    </button>
  )
}

/** The first page: green to the left with the steps to come, one thing to do to the right. `step` counts from 1. */
export function Cover({ lang, onLang, step, children }: Tongue & { step: number | null; children: ComponentChildren }) {
  const steps = [TEXTS.stepCode, TEXTS.stepHouse, TEXTS.stepTry]
  return (
    <div class="sampul">
      <header class="kiri">
        <Mark lit />
        <h1>Antrean</h1>
        <p>{say(TEXTS.tagline, lang)}</p>
        {step !== null && (
          <ol>
            {steps.map((words, i) => (
              <li key={words.id} class={i + 1 === step ? 'di' : ''} aria-current={i + 1 === step ? 'step' : undefined}>
                <b>{i + 1}</b>
                {say(words, lang)}
              </li>
            ))}
          </ol>
        )}
        <LangButton lang={lang} onLang={onLang} />
        <Kawung />
        <svg class="lubang" aria-hidden="true">
          <line x1="50%" y1="2" x2="50%" y2="100%" stroke-dasharray="0 20" />
        </svg>
      </header>
      <main class="isi-sampul">{children}</main>
    </div>
  )
}

/** The bar of the pages behind the code: whose office this is. */
export function Bar({ lang, onLang, house }: Tongue & { house: House }) {
  return (
    <header class="bar">
      <Mark lit />
      <b class="kantor">{house.office}</b>
      {house.example && <span class="contoh">{say(TEXTS.exampleOffice, lang)}</span>}
      <LangButton lang={lang} onLang={onLang} />
    </header>
  )
}

/** One line that says how the last act went, read aloud when it changes; keeps its place while empty. */
export function Note({ text, trouble }: { text: string | null; trouble: boolean }) {
  const icon: IconName = trouble ? 'awas' : 'lengkap'
  return (
    <p class={`kabar ${trouble ? 'rusak' : 'tepat'}`} role="status">
      {text !== null && (
        <>
          <Icon name={icon} />
          <span>{text}</span>
        </>
      )}
    </p>
  )
}
