import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** What a test measured, for the page of the assurance. */
    figure?: string
    /** How many bad inputs it tried. */
    inputs?: number
  }
}

/** Keeps what a test measured beside its result: one short phrase, as “10,240 states, 0 lost”. */
export const keepFigure = ({ task }: TestContext, figure: string): void => {
  task.meta.figure = figure
}

/** Counts the bad inputs that a test tried, beside its figure. */
export const keepInputs = (context: TestContext, inputs: number): void => {
  context.task.meta.inputs = inputs
  keepFigure(context, `${inputs.toLocaleString('en')} inputs`)
}
