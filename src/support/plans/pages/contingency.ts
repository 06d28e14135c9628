import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { html } from '#platform/lib/html.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { optionalText, tick } from '#platform/web/fields.ts'
import { type Body, form, type FieldFault, type FormState } from '#platform/web/form.ts'
import { choicesOf } from '#platform/web/form-view.ts'
import { areaField, fieldGroup, fieldRow, lineField } from '#people/persons/fields.view.ts'
import type { Contingency, ContingencyPerson } from '../plan.ts'
import { dialled } from '../plan-words.ts'
import { partPage } from './part-page.ts'

/** Who would step in: a first, a second and a third. */
const places = [1, 2, 3] as const
type Place = (typeof places)[number]

const personForm = form({
  name: optionalText(120),
  relationship: optionalText(80),
  phone: optionalText(40),
  agreed: tick(),
})

const rest = form({ facts: optionalText(4000), declined: tick() })

/** Who steps in if the carer cannot care, and what they must know. */
export const contingencyPage = partPage<Contingency>({
  path: 'contingency',
  part: 'contingency',
  title: 'If the carer cannot care',
  read,
  typed: ({ whole: { plan } }) => ({
    ...Object.assign(
      {},
      ...places.map((place) => typedPerson(place, plan.contingency.people?.[place - 1])),
    ),
    facts: plan.contingency.facts ?? '',
    declined: plan.contingency.declined === true ? 'yes' : '',
  }),
  fields: (state) =>
    html` ${places.map((place) => personGroup(state, place))}
    ${areaField(state, { name: 'facts', label: 'What must they know?', hint: 'Keys, medicines, what to do first. No door codes: this is printed', rows: 5 })}
    ${govukCheckboxes({
      ...choicesOf(state, 'declined'),
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'The carer was asked and wants no arrangements' }],
    })}`,
  says: ({ whole: { plan } }) => [
    ...(plan.contingency.people ?? []).map(({ name, relationship, phone }) => ({
      name: relationship,
      value: `${name}, ${dialled(phone)}`,
    })),
    { name: 'What they must know', value: plan.contingency.facts },
  ],
  change: (contingency) => ({ contingency }),
})

function read(body: Body): Result<Contingency, FormState> {
  const faults: FieldFault[] = []
  const people: ContingencyPerson[] = []
  for (const place of places) {
    const given = readPerson(body, place)
    faults.push(...given.faults)
    if (given.person !== null) people.push(given.person)
  }
  const others = rest.read(body)
  if (!others.ok) faults.push(...others.error.faults)
  if (faults.length > 0 || !others.ok) return refused({ typed: body, faults })
  const { facts, declined } = others.value
  if (declined && (people.length > 0 || facts !== null)) {
    const message = 'Take the arrangements out, or untick that the carer wants none'
    return refused({ typed: body, faults: [{ field: 'declined', message }] })
  }
  return ok({ people, ...(facts === null ? {} : { facts }), ...(declined ? { declined } : {}) })
}

/** A person is left out as a whole, or has a name and a number that can be rung. */
function readPerson(
  body: Body,
  place: Place,
): { person: ContingencyPerson | null; faults: readonly FieldFault[] } {
  const parts = ['name', 'relationship', 'phone', 'agreed']
  const own = Object.fromEntries(parts.map((part) => [part, body[`${part}${place}`] ?? '']))
  const given = personForm.read(own)
  if (!given.ok) {
    return {
      person: null,
      faults: given.error.faults.map((fault) => ({ ...fault, field: `${fault.field}${place}` })),
    }
  }
  const { name, relationship, phone, agreed } = given.value
  if (name === null && phone === null && relationship === null) return { person: null, faults: [] }
  const faults: FieldFault[] = []
  if (name === null)
    faults.push({ field: `name${place}`, message: 'Enter the name of who would step in' })
  if (phone === null || phone.replaceAll(/\D/g, '').length < 10) {
    faults.push({ field: `phone${place}`, message: 'Enter a telephone number, like 01632 960001' })
  }
  const person = { name: name ?? '', relationship: relationship ?? '', phone: phone ?? '', agreed }
  return { person, faults }
}

const typedPerson = (place: Place, person: ContingencyPerson | undefined): FormState['typed'] => ({
  [`name${place}`]: person?.name ?? '',
  [`relationship${place}`]: person?.relationship ?? '',
  [`phone${place}`]: person?.phone ?? '',
  [`agreed${place}`]: person?.agreed === true ? 'yes' : '',
})

const titles = { 1: 'Who would step in?', 2: 'And if they cannot?', 3: 'Anyone else?' } as const

const personGroup = (state: FormState, place: Place) =>
  fieldGroup(
    titles[place],
    fieldRow(
      lineField(state, { name: `name${place}`, label: 'Name' }),
      lineField(state, {
        name: `relationship${place}`,
        label: 'Who they are',
        hint: 'Daughter, neighbour, hub',
      }),
      lineField(state, { name: `phone${place}`, label: 'Telephone', type: 'tel' }),
    ),
    govukCheckboxes({
      ...choicesOf(state, `agreed${place}`),
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'They have said that they will' }],
    }),
  )
