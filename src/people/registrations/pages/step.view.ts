import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { areaField, dayField, radiosField } from '#people/persons/fields.view.ts'
import { fullName } from '#people/persons/person.ts'
import { type StepName, stepOf, storedState } from '../life.rules.ts'
import { standingWords, stepWords } from '../registration.ts'
import type { Opened } from './own-registration.ts'

type Model = Opened & {
  readonly step: StepName
  readonly state: FormState
  /** Somebody else took a step since the page was opened. */
  readonly moved?: boolean
}

export function stepView(of: Model): Html {
  const { person, registration, step, state } = of
  const { reasons, words, to } = stepOf(step)
  const name = fullName(person)
  const back = `/carers/${person.id}/registrations/${registration.id}`
  return html`${govukBackLink({ href: back, text: `Back to ${name} on the register` })}
    ${faultSummary(state)} ${of.moved === true ? movedView(of) : nothing}
    <h1 class="govuk-heading-l">${stepWords[step]}: ${name}</h1>
    <p class="govuk-body">${whatItDoes[step]}</p>
    ${formTag({
      body: html`${hidden('version', typedIn(state, 'version'))}
      ${
        reasons.length > 1
          ? radiosField(state, {
              name: 'reason',
              label: 'Why?',
              options: reasons.map((code) => [code, wordsFor('close-reasons', code)] as const),
            })
          : nothing
      }
      ${dayField(state, { name: 'on', label: step === 'die' ? 'When did they die?' : 'From which day?' })}
      ${areaField(state, { name: 'words', label: words ? 'Why, in a few words' : 'Anything to add? (optional)' })}
      ${govukButton({
        text: 'Save',
        preventDoubleClick: true,
        ...(storedState(to) === 'ended' ? { classes: 'govuk-button--warning' } : {}),
      })}`,
    })}`
}

const movedView = ({ registration, person }: Model): Html =>
  html`<div class="app-conflict" role="alert">
    <h2 class="govuk-heading-m">Someone else changed this while you had it open</h2>
    <p class="govuk-body">
      It stands at: ${standingWords(registration, person.diedOn)}. The form holds what you typed,
      and nothing of it is saved yet. See whether the step is still right.
    </p>
  </div>`

const support = 'Groups, training and a listening ear stay open to them for three years.'

const whatItDoes: Readonly<Record<StepName, string>> = {
  accept: 'They come on the register.',
  pause: 'They stay on the register, and are left in peace until they go on again.',
  resume: 'They are active again.',
  change: 'They stay on the register. Talk with them about what it means for their support.',
  settle: 'They are active again, with what was agreed about the change.',
  end_caring: `They leave the register, and nothing is sent to them by itself from now on. ${support}`,
  move_away: 'They leave the register. Help them to find who supports carers where they live now.',
  leave: `They leave the register. ${support}`,
  die: 'They leave the register, and nothing is sent to them from now on. You see what is still open about them.',
  correct:
    'The step is taken back, and the work with it is taken up again. Both stay in the history.',
}
