import { govukButton } from '#platform/govuk/button.ts'
import { html } from '#platform/lib/html.ts'
import { formTag } from '#platform/web/form-view.ts'
import type { Reply } from '#platform/web/page.ts'
import { daysKept, type Way } from '../draft.ts'
import { ways } from '../ways.ts'

/** Says why there is nothing to go on with: a long pause, another device, or cookies switched off. */
export function draftGone(way: Way): Reply {
  const title = 'We cannot find what you typed'
  const view = {
    title,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body">
          We keep it for ${daysKept} days, on the phone or computer on which you began. It may also
          be that your browser takes no cookies from this site: then switch them on for it, or ring
          us and we fill it in together.
        </p>
        ${formTag({ action: ways[way].path, body: govukButton({ text: 'Start again' }) })}
      </div>
    </div>`,
  }
  return { kind: 'view', status: 410, view }
}
