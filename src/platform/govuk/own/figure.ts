import { html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { heading, type HeadingLevel } from '../internal/heading.ts'

export type FigureOptions = {
  /** What is measured, as people would say it. */
  readonly title: string
  readonly headingLevel?: HeadingLevel | undefined
  /** The figure in words ("1,240", "62%", "£87,500"); null where nothing was recorded, never nought instead. */
  readonly value: string | null
  /** What it counts, after it: "carers". */
  readonly unit?: string | undefined
  /** Where it moves, in words: "up 112 on 2016 to 2017". */
  readonly direction?:
    | { readonly towards: 'up' | 'down' | 'same'; readonly words: string }
    | undefined
  /** "Target 1,500". */
  readonly target?: string | undefined
  /** One sentence on what it means. */
  readonly sentence?: string | undefined
  /** To the rows behind it: "from 2,880 rows". */
  readonly rows?: { readonly href: string; readonly text: string } | undefined
  /** A chart with its table. */
  readonly chart?: Html | undefined
}

const arrows = { up: '▲', down: '▼', same: '▬' } as const

/** A figure large enough to be read across a table, with what it means and the rows behind it. */
export function figure(options: FigureOptions): Html {
  const value =
    options.value === null
      ? html`<span class="app-figure__none">Not recorded</span>`
      : html`<span class="app-figure__number">${options.value}</span>
          ${options.unit ? html`<span class="app-figure__unit">${options.unit}</span>` : nothing}`
  return html`<section class="app-figure">
    ${heading(options.headingLevel ?? 2, { class: 'app-figure__title' }, options.title)}
    <p class="app-figure__value">${value}</p>
    ${movement(options)}
    ${options.sentence ? html`<p class="app-figure__sentence">${options.sentence}</p>` : nothing}
    ${isBlank(options.chart) ? nothing : html`<div class="app-figure__chart">${options.chart}</div>`}
    ${options.rows ? html`<p class="app-figure__rows"><a class="govuk-link" href="${options.rows.href}">${options.rows.text}</a></p>` : nothing}
  </section>`
}

function movement({ direction, target }: FigureOptions): Html {
  if (!direction && !target) return nothing
  const arrow = direction && html`<span aria-hidden="true">${arrows[direction.towards]}</span>`
  return html`<p class="app-figure__movement">
    ${direction && html`<span class="app-figure__direction">${arrow} ${direction.words}</span>`}
    ${target && html`<span class="app-figure__target">${target}</span>`}
  </p>`
}
