import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { dayInWords, inWords, londonDay, type IsoDate } from '#platform/lib/dates.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { choice, day, hiddenId, optionalText } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { choiceOf, dayOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { askSecondLook, mayAskAgain } from '../ask-second-look.ts'
import { answerForCarer, type Determination } from '../determination.ts'
import { openDecision, type OpenedDecision } from '../opened.ts'
import { lookDueOn } from '../second-look.rules.ts'
import { askedHows } from '../second-look.ts'

const hows = ['telephone', 'in_person', 'in_writing'] as const

function askedForm({ sentAt }: Determination, today: IsoDate) {
  return form({
    id: hiddenId(),
    asked_on: day('Enter the day on which they asked', 'The day', {
      notAfter: { date: today, words: 'The day must be today or in the past' },
      ...(sentAt === null
        ? {}
        : {
            notBefore: {
              date: londonDay(sentAt),
              words: 'The day must be on or after the day on which the decision was sent',
            },
          }),
    }),
    how: choice(hows, 'Select how they asked'),
    words: optionalText(4000),
  })
}

/** Writes down, on the carer's word, that they ask for a decision to be looked at again. */
export const lookAgainPage = page({
  path: '/determinations/:id/look-again',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { why } = await mayAskAgain(tx, opened.determination)
      const typed = { id: newId(), ...dayTyped('asked_on', clock.today()) }
      return show(viewOf(opened, freshForm(typed), why))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination } = opened
      const { why, looks } = await mayAskAgain(tx, determination)
      const back = see(`/carers/${determination.personId}`)
      if (looks.some(({ id }) => id === body['id'])) return back
      if (why !== null) return showAgain(viewOf(opened, withFault(body, 'look', why), why))
      const read = askedForm(determination, clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(opened, read.error, null))
      const { id, asked_on: askedOn, how: askedHow, words: askedWords } = read.value
      await askSecondLook(tx, { actor, id, determination, askedOn, askedHow, askedWords })
      return back
    }),
})

function viewOf({ determination, person }: OpenedDecision, state: FormState, why: string | null) {
  const legend = (text: string) => ({
    legend: { text, classes: 'govuk-fieldset__legend--s' },
  })
  const asked = html`${formTag({
    body: html`${hidden('id', String(state.typed['id'] ?? newId()))}
    ${govukDateInput({ ...dayOf(state, 'asked_on'), fieldset: legend('When did they ask?') })}
    ${govukRadios({
      ...choiceOf(state, 'how'),
      fieldset: legend('How did they ask?'),
      items: hows.map((value) => ({ value, text: askedHows[value] })),
    })}
    ${govukTextarea({
      ...fieldOf(state, 'words'),
      rows: 5,
      label: { text: 'What they said (optional)', classes: 'govuk-label--s' },
      hint: { text: 'In their words: what is wrong, what is missing. They need give no reason.' },
    })}
    ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
  })}`
  return {
    title: `Look at a decision again: ${nameWithKnownAs(person)}`,
    before: govukBackLink({ text: 'Back to the record', href: `/carers/${person.id}` }),
    main: html`${faultSummary(state)}
      <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
      <h1 class="govuk-heading-l" id="look">They ask for a second look at the decision</h1>
      <p class="govuk-body">
        ${decidedWords(determination)} Somebody who did not decide it looks at it again, and the
        answer and its reason go to the carer in writing. They can still make a complaint.
      </p>
      ${why === null ? asked : govukInsetText({ text: why })}`,
  } satisfies PageView
}

function decidedWords({ decidedOn }: Determination): string {
  return decidedOn === null ? '' : `The decision was made on ${inWords(decidedOn)}.`
}

const ownForm = form({ id: hiddenId(), words: optionalText(4000) })

/** The carer asks on their own page; they may leave the reason out. */
export const myLookAgainPage = page({
  path: '/my/decisions/:id/look-again',
  door: 'carer',
  may: ['carer'],
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { why } = await mayAskAgain(tx, opened.determination)
      return show(myViewOf(opened, freshForm({ id: newId() }), { why, today: clock.today() }))
    }),
  post: async ({ params, body, asActor, asSystem, actor, clock }) => {
    const { opened, asking } = await asActor(async (tx) => {
      const found = await openDecision(tx, actor, params.id)
      return { opened: found, asking: await mayAskAgain(tx, found.determination) }
    })
    const today = clock.today()
    if (asking.looks.some(({ id }) => id === body['id'])) return see('/my')
    const read = ownForm.read(body)
    if (asking.why !== null || !read.ok) {
      const state = read.ok ? withFault(body, 'look', asking.why ?? '') : read.error
      return showAgain(myViewOf(opened, state, { why: asking.why, today }))
    }
    const { id, words: askedWords } = read.value
    const { determination } = opened
    const asked = { id, determination, askedOn: today, askedHow: 'own_page', askedWords } as const
    // A carer may not write on decisions; the house does it for them, and history names their account.
    await asSystem('the carer asked for a second look', (tx) =>
      askSecondLook(tx, { actor, ...asked }),
    )
    return see('/my')
  },
})

function myViewOf(
  { determination }: OpenedDecision,
  state: FormState,
  { why, today }: { readonly why: string | null; readonly today: IsoDate },
): PageView {
  const due = lookDueOn(today, { holidays: bankHolidays })
  return {
    title: 'Ask us to look at our decision again',
    before: govukBackLink({ text: 'Back', href: `/my/decisions/${determination.id}` }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l" id="look">Ask us to look at our decision again</h1>
      <p class="govuk-body">What we said: ${answerForCarer(determination).toLowerCase()}.</p>
      ${why === null ? askView(state, due) : govukInsetText({ text: why })}`,
  }
}

function askView(state: FormState, due: IsoDate): Html {
  return html`<p class="govuk-body">
      Somebody else will look at it, not the person who decided. We will write to you by
      ${dayInWords(due)}, with our answer and the reason. Asking never makes anything worse for you.
    </p>
    ${formTag({
      body: html`${hidden('id', String(state.typed['id'] ?? newId()))}
      ${govukTextarea({
        ...fieldOf(state, 'words'),
        rows: 6,
        label: {
          text: 'What did we get wrong, or leave out? (optional)',
          classes: 'govuk-label--s',
        },
        hint: { text: 'You need not give a reason.' },
      })}
      ${govukButton({ text: 'Ask for a second look', preventDoubleClick: true })}`,
    })}`
}
