import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { timeInWords } from '#platform/lib/dates.ts'
import { attributes, html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Section } from '../assessment-form.ts'
import type { OwnWords } from '../own-words.sql.ts'
import { saidIn } from '../said.ts'
import { questionsView } from './question.view.ts'
import { saidList, versionField } from './section-form.view.ts'

type Model = {
  readonly section: Section
  readonly state: FormState
  readonly version: number
  /** What another of the carer's devices saved since. */
  readonly theirs?: OwnWords | undefined
}

/** The questions of one section as the carer answers them at home; nothing has to be filled in. */
export function mySectionPageView({ section, state, version, theirs }: Model): PageView {
  return {
    title: section.title,
    before: govukBackLink({ href: '/my/assessment', text: 'Back to your assessment' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">${section.title}</h1>
      <p class="govuk-body">${section.about}</p>
      ${theirs === undefined ? nothing : otherDevice(section, theirs)}
      <div${attributes({ 'data-autosave': theirs === undefined })}>
        ${formTag({
          body: html`${hidden(versionField(section.id), version)} ${questionsView(section, state)}
            <p class="govuk-body-s" data-autosave-said aria-live="polite"></p>
            ${govukButton({ text: 'Save and continue', preventDoubleClick: true })}`,
        })}
      </div>`,
  }
}

function otherDevice(section: Section, { answers, savedAt }: OwnWords): Html {
  return html`<section class="app-conflict" aria-labelledby="other-device">
    <h2 class="govuk-heading-m" id="other-device">
      You saved this on another page at ${timeInWords(savedAt)}
    </h2>
    <p class="govuk-body">
      Nothing is lost. This is what you wrote there. What you wrote here is in the boxes below. Put
      together what you want to keep, and save again.
    </p>
    ${saidList(saidIn(section, answers))}
  </section>`
}
