import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { kindWords } from '#people/persons/involvement.ts'
import { fullName } from '#people/persons/person.ts'
import { follows } from '../life.rules.ts'
import {
  type Registration,
  standingOf,
  standingWords,
  stepWords,
  supportOpenUntil,
  takenWords,
} from '../registration.ts'
import type { Opened } from './own-registration.ts'

type Step = Selectable<DB['registrationStep']>

export function lifeView(
  of: Opened & { readonly taken: readonly Step[]; readonly today: IsoDate },
): Html {
  const { person, registration, steps } = of
  const name = fullName(person)
  const at = `/carers/${person.id}/registrations/${registration.id}`
  return html`${govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${name}` })}
    <h1 class="govuk-heading-l">${name} on the register</h1>
    ${factList({
      facts: [
        { name: 'With', value: registration.organisation },
        { name: 'As', value: kindWords(registration.kind) },
        { name: 'Registered', value: inWords(isoDate(registration.registeredOn)) },
        { name: 'Stands at', value: standingWords(registration, person.diedOn) },
      ],
    })}
    ${whatFollows(registration, person.diedOn, person.id)}
    ${
      steps.length === 0
        ? nothing
        : html`<h2 class="govuk-heading-m">What happened?</h2>
            <ul class="govuk-list">
              ${steps.map((step) => html`<li><a class="govuk-link" href="${at}/${step}">${stepWords[step]}</a></li>`)}
            </ul>`
    }
    ${of.taken.length === 0 ? nothing : takenView(of.taken)}`
}

function whatFollows(registration: Registration, diedOn: string | null, personId: string): Html {
  const { messagesStop, closeWithCare } = follows[standingOf(registration, diedOn)]
  const until = supportOpenUntil(registration, diedOn)
  const said = [
    messagesStop ? html`Nothing is sent to them by itself any more.` : null,
    until === null
      ? null
      : html`Groups, training and a listening ear stay open to them until ${inWords(until)}.`,
    closeWithCare
      ? html`<a class="govuk-link" href="/carers/${personId}/still-open">What is still open</a> is
          to be closed with care.`
      : null,
  ].filter((each) => each !== null)
  return said.length === 0
    ? nothing
    : html`<ul class="govuk-list govuk-list--bullet">
        ${said.map((each) => html`<li>${each}</li>`)}
      </ul>`
}

const takenView = (taken: readonly Step[]): Html =>
  html`<h2 class="govuk-heading-m">How it came here</h2>
    <ul class="govuk-list">
      ${taken.map(
        (step) =>
          html`<li>
            <strong>${takenWords(step.step)}</strong>,
            ${inWords(isoDate(step.takenOn))}${
              step.reason === null
                ? nothing
                : html`: ${wordsFor('close-reasons', step.reason).toLowerCase()}`
            }
            <span class="app-quiet">by ${step.takenByName}</span>
            ${step.words === null ? nothing : html`<br />${step.words}`}
          </li>`,
      )}
    </ul>`
