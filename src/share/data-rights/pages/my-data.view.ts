import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { dayInWords, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField } from '#people/persons/fields.view.ts'
import { ownKinds, type DataRequest } from '../data-rights.ts'
import { momentWords } from '../held-words.ts'
import type { OwnStep } from '../own-requests.sql.ts'
import type { listReleases } from '../releases.sql.ts'
import type { RequestClock } from '../request-clock.rules.ts'

export type OwnRequest = {
  readonly request: DataRequest
  readonly steps: readonly OwnStep[]
  readonly clock: RequestClock
  readonly releases: Awaited<ReturnType<typeof listReleases>>
}

const current = '/my'

export function myDataView(requests: readonly OwnRequest[], today: IsoDate): PageView {
  return {
    title: 'Your rights over what we hold',
    current,
    before: govukBackLink({ text: 'Your page', href: '/my' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Your rights over what we hold</h1>
        <p class="govuk-body">What we hold about you is yours to see. You can ask us for:</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>a copy of everything, with who looked at it</li>
          <li>something that is wrong to be put right</li>
          <li>what we hold to be erased</li>
        </ul>
        <p class="govuk-body">
          It costs nothing, you need not say why, and it changes nothing in the help that you get.
          We answer within one month.
        </p>
        ${govukButton({ text: 'Ask for something', href: '/my/data/ask' })}
        <h2 class="govuk-heading-m">What you asked for</h2>
        ${requests.length === 0 ? html`<p class="govuk-body">You have not asked for anything here yet.</p>` : nothing}
        ${requests.map((each) => card(each, today))}
        <h2 class="govuk-heading-m">If you are not content</h2>
        <p class="govuk-body">
          Tell whoever works with you. You can also complain to the Information Commissioner’s
          Office, <a class="govuk-link" href="tel:03031231113">0303 123 1113</a>.
        </p>
      </div>
    </div>`,
  }
}

function card({ request, steps, clock, releases }: OwnRequest, today: IsoDate): Html {
  const { state, kind, reference, receivedOn, closedOn, words } = request
  const row = (key: string, value: string | Html) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  })
  const typed = (of: string) => html`<span class="app-as-typed">${of}</span>`
  return govukSummaryList({
    card: { title: { text: `${ownKinds[kind as keyof typeof ownKinds]}, ${reference}` } },
    rows: [
      row('You asked', inWords(isoDate(receivedOn))),
      ...(words === null ? [] : [row('In your words', typed(words))]),
      row('Now', state === 'open' ? openWords(clock, today) : closedWords(state, closedOn)),
      ...steps.flatMap(({ step, words: told, takenOn }) =>
        told === null
          ? []
          : [
              row(
                step === 'extended' ? 'Why we need longer' : 'Our answer',
                typed(`${told} (${inWords(takenOn)})`),
              ),
            ],
      ),
      ...releases.map((release) => row(momentWords(release.releasedAt), answer(request, release))),
    ],
  })
}

/** Where an open request stands, as the carer reads it. */
function openWords({ dueOn, stands }: RequestClock, today: IsoDate): string {
  if (stands === 'waits_for_identity') return 'We have asked you to show who you are'
  if (stands === 'waits_for_clarification') return 'We have asked you what you mean'
  if (dueOn === null) return 'We are working on it'
  return dueOn < today
    ? `We were to answer by ${dayInWords(dueOn)}. We are late, and we are sorry`
    : `We answer by ${dayInWords(dueOn)}`
}

const closings: Readonly<Record<string, string>> = {
  released: 'Your copy is ready',
  corrected: 'It was put right',
  agreed: 'We agreed, and it will be erased',
  refused: 'We said no',
  withdrawn: 'You took it back',
}

const closedWords = (state: string, on: string | null): string =>
  `${closings[state] ?? state}${on === null ? '' : `, on ${inWords(isoDate(on))}`}`

function answer(request: DataRequest, { id }: OwnRequest['releases'][number]): Html {
  const at = `/my/data/${request.id}/answers/${id}`
  const what = request.kind === 'access' ? 'Your copy' : 'Our answer in writing'
  return html`<a class="govuk-link" href="${at}/pdf">${what}, PDF</a>${
      request.kind === 'access'
        ? html`<br /><a class="govuk-link" href="${at}/json">The same for a computer, JSON</a>`
        : nothing
    }`
}

const hints: Readonly<Record<keyof typeof ownKinds, string>> = {
  access: 'Each thing we hold, what was changed in it, and who looked.',
  correction: 'You can change your address and numbers yourself, under How we reach you.',
  erasure:
    'Some things the law has us keep for a time. Then we tell you what, why and until when. If all is erased, your account ends with it.',
}

export const askView = (state: FormState): PageView => ({
  title: 'Ask for something',
  current,
  before: govukBackLink({ text: 'Back', href: '/my/data' }),
  main: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${faultSummary(state)}
      <h1 class="govuk-heading-l">Ask for something</h1>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))}
        ${govukRadios({
          ...choiceOf(state, 'kind'),
          fieldset: { legend: { text: 'What do you want?', classes: 'govuk-fieldset__legend--m' } },
          items: Object.entries(ownKinds).map(([value, text]) => ({
            value,
            text,
            hint: { text: hints[value as keyof typeof ownKinds] },
          })),
        })}
        ${areaField(state, {
          name: 'words',
          label: 'In your own words',
          hint: 'For a correction: what is wrong, and how it ought to read. Otherwise you may leave this empty.',
          rows: 5,
        })}
        ${govukButton({ text: 'Ask', preventDoubleClick: true })}`,
      })}
    </div>
  </div>`,
})
