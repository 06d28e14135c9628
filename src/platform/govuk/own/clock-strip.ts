import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'

export type ClockStep = {
  /** One word: asked, talked, assessed, decided, support. */
  readonly label: string
  /** `now` is the step that is under way or next; `late` is the same, past its day. */
  readonly state: 'done' | 'now' | 'late' | 'ahead'
  /** When it was done or is due, in words. */
  readonly when?: string | undefined
}

export type ClockStripOptions = {
  readonly steps: readonly ClockStep[]
  /** How long it has taken so far, in words: "18 days". */
  readonly elapsed?: string | undefined
  /** What the strip is about; "How far things have got" unless told. */
  readonly label?: string | undefined
}

const marks = { done: '✓', now: '●', late: '●', ahead: '○' } as const
const words = { done: 'done', now: 'now', late: 'overdue', ahead: 'still to come' } as const

/** How far a carer has got from asking to support: the same on the carer's page and the worker's. */
export function clockStrip(options: ClockStripOptions): Html {
  const own = attributes({
    class: 'app-clock__steps',
    'aria-label': options.label ?? 'How far things have got',
  })
  const elapsed = options.elapsed
    ? html`<p class="app-clock__elapsed">${options.elapsed}</p>`
    : nothing
  return html`<div class="app-clock"><ol${own}>${options.steps.map(step)}</ol>${elapsed}</div>`
}

function step({ label, state, when }: ClockStep): Html {
  const here = state === 'now' || state === 'late'
  const own = attributes({
    class: classes('app-clock__step', `app-clock__step--${state}`),
    'aria-current': here ? 'step' : undefined,
  })
  // "Overdue" is seen; the other states show in the mark, and are said to those who do not see it.
  const said = attributes({ class: state === 'late' ? 'app-clock__late' : 'govuk-visually-hidden' })
  return html`<li${own}>
    <span class="app-clock__label">${label}</span>
    <span class="app-clock__mark" aria-hidden="true">${marks[state]}</span>
    <span${said}>${words[state]}</span> ${when ? html`<span class="app-clock__when">${when}</span>` : nothing}
  </li>`
}
