import type { Tx } from '#platform/db/database.ts'
import type { Actor } from '#platform/access/actor.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { day, hiddenVersion } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { carerParams } from '#people/persons/params.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { growUp } from '../grow-up.ts'
import { type GrowingStep, nextStep } from '../growing-up.rules.ts'
import type { Registration } from '../registration.ts'
import { listLives } from '../registrations.sql.ts'
import { growingUpView } from './growing-up.view.ts'

export type Growing = {
  readonly person: Person
  readonly registration: Registration
  readonly step: GrowingStep
}

/** What a birthday changes, what to prepare before it, and going on with them from that day on. */
export const growingUpPage = page({
  path: '/carers/:id/growing-up',
  door: 'workspace',
  may: caseworkers,
  params: carerParams,
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const growing = await openGrowing(tx, actor, params.id)
      const { registration, step } = growing
      const version = String(registration.version)
      const state = freshForm({ version, ...dayTyped('on', step.on) })
      return show(viewOf({ ...growing, state, today: clock.today() }))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const growing = await openGrowing(tx, actor, params.id)
      const { person, registration, step } = growing
      const today = clock.today()
      const read = growForm(step, registration, today).read(body)
      if (!read.ok) return showAgain(viewOf({ ...growing, state: read.error, today }))
      const { version, on } = read.value
      const of = { personId: person.id, registration, version, to: step.to, on }
      if (await growUp(tx, actor, of)) return see(`/carers/${person.id}`)
      const state = freshForm({ ...body, version: String(registration.version) })
      return showConflict(viewOf({ ...growing, state, today, moved: true }))
    }),
})

function growForm(step: GrowingStep, registration: Registration, today: IsoDate) {
  const registeredOn = isoDate(registration.registeredOn)
  return form({
    version: hiddenVersion(),
    on: day('Enter the day', 'The day', {
      notBefore:
        step.on > registeredOn
          ? { date: step.on, words: 'The day must not be before the birthday' }
          : { date: registeredOn, words: 'The day must not be before they were registered' },
      notAfter: { date: today, words: 'The day must be today or earlier' },
    }),
  })
}

/** Somebody's registration with the actor's organisation that a birthday changes; throws NotFound where none is. */
async function openGrowing(tx: Tx, actor: Actor, id: string): Promise<Growing> {
  const person = await getPerson(tx, id)
  const birth = person.dateOfBirth === null ? null : isoDate(person.dateOfBirth)
  for (const registration of await listLives(tx, person.id)) {
    const step = nextStep(registration.kind, birth)
    const own = actor.organisationIds.includes(registration.organisationId)
    if (own && registration.state !== 'ended' && person.diedOn === null && step !== null)
      return { person, registration, step }
  }
  throw new NotFound('step')
}

function viewOf(of: Parameters<typeof growingUpView>[0]): PageView {
  return { title: `${fullName(of.person)} grows up`, main: growingUpView(of) }
}

export type GrowingModel = Growing & {
  readonly state: FormState
  readonly today: IsoDate
  /** Somebody else moved the registration since the page was opened. */
  readonly moved?: boolean
}
