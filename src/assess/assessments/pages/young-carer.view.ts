import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import {
  areaField,
  dayField,
  fieldRow,
  lineField,
  radiosField,
  tickField,
} from '#people/persons/fields.view.ts'
import { fullName, nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { parentKnowsWords } from '#find/referrals/asked.ts'
import { sentStateWords } from '#find/referrals/referral.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { Assessment } from '../assessment.ts'
import { notReferredReasons, notReferredWords } from '../young-carer-referral.rules.ts'
import type { NamedChild } from '../young-carers.sql.ts'

type Model = {
  readonly assessment: Assessment
  readonly person: Person
  readonly named: readonly NamedChild[]
  readonly state: FormState
}

export function youngCarerView({ assessment, person, named, state }: Model): Html {
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}, ${assessment.reference}</span>
    <h1 class="govuk-heading-l">A child who helps</h1>
    <p class="govuk-body">
      A child who helps to care is a young carer, with a right to an assessment of their own. Nobody
      has to ask for it (Children Act 1989, section 17ZA).
    </p>
    ${namedView(named)}
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${fieldRow(
        lineField(state, { name: 'givenName', label: 'The child’s first name' }),
        lineField(state, { name: 'familyName', label: 'Last name' }),
      )}
      ${govukRadios({
        ...choiceOf(state, 'settled'),
        fieldset: {
          legend: { text: 'What is to happen?', classes: 'govuk-fieldset__legend--s' },
        },
        items: [
          {
            value: 'refer',
            text: "Open their referral to the young carers' service",
            conditional: { html: referFields(state) },
          },
          { divider: 'or' },
          ...notReferredReasons.map((value) => ({
            value,
            text: `No referral: ${lowerFirst(notReferredWords[value])}`,
          })),
        ],
      })}
      ${areaField(state, {
        name: 'notReferredWords',
        label: 'If there is no referral: how do you know, and what was done instead?',
      })}
      ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
    })}`
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

function referFields(state: FormState): Html {
  return html`${dayField(state, { name: 'dateOfBirth', label: 'Date of birth', hint: 'For example, 27 3 2011' })}
  ${lineField(state, {
    name: 'age',
    label: 'Or about how old',
    width: 'govuk-input--width-3',
  })}
  ${areaField(state, {
    name: 'what',
    label: 'What does the child do, and what does it mean for them?',
    hint: 'The young carers’ service reads this. Write about the child, and of the adult only what the service has to know.',
  })}
  ${radiosField(state, {
    name: 'agreed',
    label: 'Who agreed to the referral?',
    options: [
      ['both', 'The child and a parent'],
      ['child', 'The child'],
      ['parent', 'A parent'],
      ['nobody', 'Nobody yet'],
    ],
  })}
  ${areaField(state, {
    name: 'agreedWords',
    label: 'What was said about it?',
    hint: 'Where a child under 16 agreed alone: who judged that they understand it. Where nobody has: why it is sent now.',
  })}
  ${radiosField(state, {
    name: 'parentKnows',
    label: 'Does a parent know of this referral?',
    options: Object.entries(parentKnowsWords),
  })}
  ${lineField(state, {
    name: 'telephone',
    label: 'Telephone number',
    type: 'tel',
    width: 'govuk-input--width-20',
  })}
  ${lineField(state, {
    name: 'reachThrough',
    label: 'Through whom can the child be reached?',
    hint: 'An adult they trust, at school for example, with a telephone number',
  })}
  ${lineField(state, {
    name: 'safeContact',
    label: 'What must they know before they ring or write?',
    hint: 'For example: never ring home in the evening',
  })}
  ${tickField(state, {
    name: 'shareOutcome',
    label: 'The child agreed to our hearing what becomes of it',
  })}`
}

/** The children named on an assessment, each with how far their referral has come. */
export function namedView(named: readonly NamedChild[]): Html {
  if (named.length === 0) return nothing
  return govukInsetText({
    html: html`${named.map((child) => html`<p class="govuk-body">${childInWords(child)}</p>`)}`,
  })
}

function childInWords(child: NamedChild): Html {
  const name = html`<strong>${fullName(child)}</strong>`
  const when = `${inWords(child.onDay)}, by ${child.writtenByName}`
  if (child.notReferred !== null)
    return html`${name}: no referral. ${notReferredWords[child.notReferred]}.
    ${child.notReferredWords ?? ''} (${when})`
  const to = child.sentTo === null ? '' : ` to ${child.sentTo}`
  const stands = child.state === null ? '' : ` ${sentStateWords[child.state]}.`
  return html`${name}: a young carer’s referral ${child.reference ?? ''} was opened${to}
  (${when}).${stands}`
}
