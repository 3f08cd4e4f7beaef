import type { ComponentChildren } from 'preact'

/** The ticket at the left: what is in hand above the perforation, what is about it below. */
export function Sheet({ head, children }: { head: ComponentChildren; children?: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet that scrolls must be reachable by keyboard
    <div class="lembar" tabIndex={0}>
      {head}
      {children !== undefined && (
        <>
          <div class="sobek">
            <i class="gigit l" />
            <i class="gigit r" />
          </div>
          {children}
        </>
      )}
    </div>
  )
}
