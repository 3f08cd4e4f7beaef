import { z } from 'zod'

/** The most pictures that displays show in turn. */
export const SLIDES_MAX = 60

/** File of a slide: letters, digits, spaces, `_`, `-` and brackets, then one ending. Nothing in it can lead to another folder. */
export const SlideName = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9][A-Za-z0-9 _()-]*\.(?:png|jpg|jpeg|webp|avif)$/i)

/** What `GET /slides` answers, in the order in which they are shown; `version` changes with the picture. */
export const SlideList = z
  .array(z.strictObject({ name: SlideName, version: z.string().regex(/^[a-z0-9-]{1,40}$/) }))
  .max(SLIDES_MAX)
export type SlideList = z.infer<typeof SlideList>
/** One picture of the office's folder. */
export type Slide = SlideList[number]

/** Where a slide is fetched. Another picture under the same name has another address, so a browser may keep it. */
export const slidePath = ({ name, version }: Slide): string => `/slides/${encodeURIComponent(name)}?v=${version}`
